"""Whether things may move on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle


def motion_allowed() -> bool:
    """Whether the desktop lets programs move things: some people turn that off, since it makes them ill
    (WCAG 2.2, 2.3.3). Qt takes over what Windows and macOS say of effects, and styles what theirs says."""
    style = QApplication.style()
    return (
        QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
        and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
    )

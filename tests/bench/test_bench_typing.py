"""From a key pressed to the preview that shows it, in a whole window with real key events."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from presskit.blocks.paragraph import Paragraph
from presskit.gui.mainwindow import MainWindow
from presskit.model.kit import Kit
from presskit.session import Session
from tests.assembled import assemble, long_kit
from tests.bench.conftest import LongestGap
from tests.parts import releases, take_apart

KITS = {
    "release": lambda: assemble(take_apart(releases()[-1]), region="CT"),
    "20000-words": lambda: long_kit(20_000),
}


@pytest.mark.parametrize("name", KITS)
def test_keystroke_to_updated_preview(benchmark: Any, qtbot: Any, window: MainWindow, name: str) -> None:
    kit: Kit = KITS[name]()
    window.show_session(Session(kit))
    assert window.workspace is not None
    editor, preview = window.workspace.editor, window.workspace.preview
    with qtbot.waitSignal(preview.drawn, timeout=20_000):
        pass
    lede = next(block for block in kit.releases[0].blocks if isinstance(block, Paragraph))
    editor.go_to_block(lede.id, end=True)
    card = editor.card(lede.id)
    assert card is not None
    field = card.form.fields["text"]
    gap, gaps = LongestGap(), []

    def is_shown(_pages: int = 0) -> bool:
        """Whether the pages shown are those of the kit as it is now, and nothing is under way."""
        return window.session is not None and preview._asked is window.session.kit

    def settle() -> None:
        gap._timer.stop()
        qtbot.waitUntil(lambda: is_shown() and not preview._wait.isActive(), timeout=20_000)
        qtbot.wait(300)  # what a window puts off (counting words) is done
        gap.start()

    def press() -> None:
        with qtbot.waitSignal(preview.drawn, timeout=20_000, check_params_cb=is_shown):
            QTest.keyClick(field, Qt.Key.Key_A)
        gaps.append(gap.longest)

    benchmark.pedantic(press, setup=settle, rounds=5 if "words" in name else 30, warmup_rounds=2)
    gap._timer.stop()
    assert window.session is not None
    assert window.session.release.find(lede.id).text[-1].text.endswith("aaa")  # type: ignore[union-attr]
    gaps.sort()
    benchmark.extra_info["event loop held, ms (median)"] = round(1000 * gaps[len(gaps) // 2], 1)
    benchmark.extra_info["event loop held, ms (longest)"] = round(1000 * gaps[-1], 1)


def test_opening_the_release_in_the_window(benchmark: Any, qtbot: Any, window: MainWindow) -> None:
    """Until its first pages are shown."""

    def fresh() -> tuple[tuple[Session], dict[str, Any]]:
        return (Session(KITS["release"]()),), {}

    def show(session: Session) -> None:
        window.show_session(session)
        assert window.workspace is not None
        with qtbot.waitSignal(window.workspace.preview.drawn, timeout=20_000):
            pass

    benchmark.pedantic(show, setup=fresh, rounds=5, warmup_rounds=1)

"""New, open, save and close: the window's dealings with files, and what it says when one fails."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from presskit import assets
from presskit.gui.startpage import StartPage
from presskit.gui.theme import Theme
from presskit.i18n import _, spoken
from presskit.model.brand import PAGE_SIZES
from presskit.ourbrands import OurBrand, with_brand
from presskit.session import SUFFIX, ChangedOnDisk, FileProblem, InUse, Session
from presskit.settings import Settings, territory
from presskit.templates import new_kit


def ask(parent: QWidget, title: str, text: str, *answers: tuple[str, str], escape: str = "") -> str:
    """Asks a question with named answers (value, label); the first is the default, the last cancels unless
    `escape` names another."""
    escape = escape or answers[-1][0]
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setWindowTitle(title)
    box.setText(text)
    box.setIcon(QMessageBox.Icon.NoIcon)
    buttons: dict[object, str] = {}
    for number, (value, label) in enumerate(answers):
        role = QMessageBox.ButtonRole.RejectRole if value == escape else QMessageBox.ButtonRole.AcceptRole
        button = box.addButton(label, role)
        button.setObjectName(f"answer-{value}")
        if number == 0:
            button.setProperty("primary", True)
            box.setDefaultButton(button)
        if value == escape:
            box.setEscapeButton(button)
        buttons[button] = value
    box.exec()
    return buttons.get(box.clickedButton(), escape)


def tell(parent: QWidget, title: str, text: str) -> None:
    """Says something that the user has to know."""
    ask(parent, title, text, ("close", _("Close")))


def open_session(parent: QWidget, path: Path, *, take_over: bool = False) -> Session | None:
    """The kit in a file; says so when it cannot be opened, and offers to read where that can be done.
    A lock that another computer left behind can be taken over: nobody can tell from here that it is dead."""
    try:
        session = Session.open(path, take_over=take_over)
    except InUse as problem:
        answers = [("read", _("Open to read")), ("cancel", _("Cancel"))]
        if not problem.here:
            answers.insert(1, ("take", _("Open all the same")))
        chosen = ask(parent, _("In use"), problem.sentence, *answers)
        if chosen == "take":
            return open_session(parent, path, take_over=True)
        return _look_at(parent, path) if chosen == "read" else None
    except FileProblem as problem:
        tell(parent, _("The kit cannot be opened"), problem.sentence)
        return None
    if session.problem is not None:
        tell(parent, _("Please note"), session.problem.sentence)
    return session


def _look_at(parent: QWidget, path: Path) -> Session | None:
    try:
        return Session.look_at(path)
    except FileProblem as problem:
        tell(parent, _("The kit cannot be opened"), problem.sentence)
        return None


def fresh_session(template: str, settings: Settings | None = None, brand: OurBrand | None = None) -> Session:
    """A new kit, in no file yet, as the settings have new ones, in one of the user's own brands."""
    language = "en-US" if spoken().startswith("en") else spoken().partition("-")[0]
    if settings is not None and settings.new_language:
        language = settings.new_language
    kit = with_brand(new_kit(template, territory(), language), brand)
    if settings is None:
        return Session(kit)
    release = kit.releases[0]
    chosen = release.brand
    if settings.new_page in PAGE_SIZES:
        chosen = replace(chosen, page=settings.new_page)
    return Session(kit.with_release(0, replace(release, brand=chosen, profile=settings.new_profile)))


def sample_session(parent: QWidget, name: str) -> Session | None:
    """A sample kit to try things on; it has no file, so the sample stays as it is."""
    source = assets.resource(f"samples/{name}{SUFFIX}")
    try:
        session = Session.look_at(Path(str(source)))
    except FileProblem as problem:
        tell(parent, _("The sample cannot be opened"), problem.sentence)
        return None
    return Session(session.kit)


def ask_path(parent: QWidget, folder: str, stem: str) -> Path | None:
    """Where to save, with the right ending."""
    start = str(Path(folder) / (stem + SUFFIX)) if folder else stem + SUFFIX
    kinds = _("Press kits (*{suffix})").format(suffix=SUFFIX)
    dialog = QFileDialog(parent, _("Save the kit"), str(Path(start).parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))  # so that it asks before that file is replaced
    dialog.selectFile(Path(start).name)
    done = dialog.exec()
    names = dialog.selectedFiles()
    dialog.deleteLater()
    if not done or not names:
        return None
    return ended(parent, _("Save the kit"), names[0], SUFFIX)


def ended(parent: QWidget, title: str, name: str, suffix: str) -> Path | None:
    """The file that a dialog named for saving, with its ending; None where it is there and is to stay. Where
    the ending is missing, as from "Release 2.0", the dialog asked about another file, if about any."""
    if name.lower().endswith(suffix):
        return Path(name)
    path = Path(name + suffix)
    told = _("“{file}” is there already. Put the new one in its place?").format(file=path.name)
    answers = (("yes", _("Replace")), ("no", _("Cancel")))
    agreed = not is_there(path) or ask(parent, title, told, *answers, escape="no") == "yes"
    return path if agreed else None


def ask_open(parent: QWidget, folder: str) -> Path | None:
    """Which file to open."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Open a kit"), folder, _("Press kits (*{suffix});;All files (*)").format(suffix=SUFFIX)
    )
    return Path(name) if name else None


def save_session(parent: QWidget, session: Session, path: Path | None) -> bool:
    """Saves; says so when it fails, and offers what can be done. The kit stays in the window."""
    try:
        session.save(path)
    except ChangedOnDisk as problem:
        chosen = ask(
            parent,
            _("Changed meanwhile"),
            problem.sentence,
            ("copy", _("Save a copy…")),
            ("over", _("Save over it")),
            ("cancel", _("Cancel")),
        )
        if chosen == "copy":
            other = ask_path(parent, str(problem_folder(session)), file_stem(session) + _(" (mine)"))
            return other is not None and save_session(parent, session, other)
        if chosen == "over":
            return _save_over(parent, session, path)
        return False
    except FileProblem as problem:
        tell(parent, _("Not saved"), problem.sentence)
        return False
    return True


def _save_over(parent: QWidget, session: Session, path: Path | None) -> bool:
    try:
        session.save(path, overwrite_changes=True)
    except FileProblem as problem:
        tell(parent, _("Not saved"), problem.sentence)
        return False
    return True


def problem_folder(session: Session) -> Path:
    """The folder of a session's file."""
    return session.path.parent if session.path else Path.home()


def file_stem(session: Session) -> str:
    """A name for the session's files: its own, else made of the headline."""
    if session.path:
        return session.path.name.removesuffix(SUFFIX)
    title = "".join(
        letter if letter.isalnum() or letter in " -" else "" for letter in session.release.title()
    )
    words = title.split()[:6]
    return "-".join(words).lower() or _("press-release")


def start_page(recent: tuple[str, ...], theme: Theme) -> StartPage:
    """The start page with the files of late; those that are gone are told so."""
    return StartPage([(name, is_there(Path(name))) for name in recent], theme)


def fill_recent(menu: QMenu, recent: tuple[str, ...], chosen: Callable[[Path], None]) -> None:
    """Fills a menu with the files of late; those that are gone cannot be chosen."""
    menu.clear()
    for name in recent:
        path = Path(name)
        action = menu.addAction(path.stem)
        action.setToolTip(name)
        action.setEnabled(is_there(path))
        action.triggered.connect(lambda _on=False, path=path: chosen(path))
    if menu.isEmpty():
        menu.addAction(_("None yet")).setEnabled(False)


def is_there(path: Path) -> bool:
    """Whether there is such a file, as far as one may know."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False

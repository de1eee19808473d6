"""Commands as data: menus, the top bar and shortcuts all grow from this one table."""

from collections.abc import Mapping
from typing import NamedTuple

from presskit.blocks import ALL
from presskit.blocks.unknown import Unknown
from presskit.i18n import N_


class Command(NamedTuple):
    """id: stable name, also the name of the window's method for it. menu: under which it stands. bar:
    whether it is in the top bar. when: "", "kit" (one is open), "text" (the caret is in rich text),
    "block" (a block is current), "versions" (the kit has several languages), "translation" (one is shown),
    "issued" (the release was), "undo", "redo", "named" (the kit has a file)."""

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    menu: str = ""
    when: str = "kit"
    bar: bool = False
    tip: str = ""
    line: bool = False  # a line above it in the menu


FILE, EDIT, INSERT, VIEW, HELP = N_("File"), N_("Edit"), N_("Insert"), N_("View"), N_("Help")
MENUS = (FILE, EDIT, INSERT, VIEW, HELP)

COMMANDS = (
    Command("new", N_("New"), "Ctrl+N", "new", FILE, "", bar=True, tip=N_("Begin a new press release")),
    Command("open", N_("Open…"), "Ctrl+O", "open", FILE, "", bar=True, tip=N_("Open a kit from a file")),
    Command("bring_in", N_("Bring in a file…"), "Ctrl+Shift+O", "open", FILE, "",
            tip=N_("Make a release of a text, a web page or a Word file")),
    Command("bring_pasted", N_("Bring in what was copied"), "Ctrl+Alt+V", "paste", FILE, "",
            tip=N_("Make a release of the text on the clipboard")),
    Command("save", N_("Save"), "Ctrl+S", "save", FILE, bar=True, tip=N_("Save the kit to its file")),
    Command("save_as", N_("Save as…"), "Ctrl+Shift+S", "save-as", FILE),
    Command("new_from_this", N_("New release from this one"), "", "duplicate", FILE,
            tip=N_("A new kit that begins as this one is; this one stays in its file as it was issued")),
    Command("save_template", N_("Save as a template…"), "", "", FILE,
            tip=N_("Keep this kit for others to begin with; the start page offers it")),
    Command("add_language", N_("Add a release in another language…"), "Ctrl+Alt+N", "globe", FILE, line=True,
            tip=N_("The same kit in one more language, with every part that is to be translated")),
    Command("make_original", N_("Make this language the original"), "", "", FILE, "translation",
            tip=N_("The one that all other languages translate")),
    Command("remove_language", N_("Remove this language…"), "", "", FILE, "versions"),
    Command("export", N_("Export…"), "Ctrl+E", "export", FILE, line=True,
            tip=N_("Write Word, PDF and text files for reporters")),
    Command("issue", N_("Issue…"), "Ctrl+Shift+I", "approve", FILE,
            tip=N_("Write the files for reporters, and keep what went out as a version")),
    Command("issued_versions", N_("What was issued…"), "", "", FILE,
            tip=N_("Versions with their files, and whether a file is one of them")),
    Command("make_correction", N_("Make it a correction…"), "", "", FILE, "issued",
            tip=N_("Say on the page what this version corrects of the one that was issued")),
    Command("back_to_issued", N_("Back to what was issued"), "", "", FILE, "issued"),
    Command("keep_version", N_("Keep this version…"), "Ctrl+Alt+K", "", FILE, line=True,
            tip=N_("Keep the release as it is now, under a name, to compare with or to go back to")),
    Command("kept_versions", N_("Versions…"), "Ctrl+Shift+H", "clock", FILE,
            tip=N_("What the release was before: compare it, and bring back all or one block")),
    Command("print_pages", N_("Print…"), "Ctrl+P", "print", FILE, tip=N_("Print the pages")),
    Command("unsaved_work", N_("Unsaved work…"), "", "", FILE, "", line=True,
            tip=N_("What was not saved when the program ended")),
    Command("close_kit", N_("Close"), "Ctrl+W", "close", FILE),
    Command("all_settings", N_("Settings…"), "Ctrl+,", "settings", FILE, "", line=True),
    Command("quit", N_("Quit"), "Ctrl+Q", "", FILE, ""),
    Command("undo", N_("Undo"), "Ctrl+Z", "undo", EDIT, "undo", bar=True),
    Command("redo", N_("Redo"), "Ctrl+Shift+Z", "redo", EDIT, "redo", bar=True),
    Command("cut_words", N_("Cut"), "Ctrl+X", "cut", EDIT, line=True),
    Command("copy_words", N_("Copy"), "Ctrl+C", "copy", EDIT),
    Command("paste_words", N_("Paste"), "Ctrl+V", "paste", EDIT),
    Command("paste_plain", N_("Paste as plain text"), "Ctrl+Shift+V", "", EDIT),
    Command("select_all", N_("Select all"), "Ctrl+A", "", EDIT),
    Command("bold", N_("Bold"), "Ctrl+B", "bold", EDIT, "text", bar=True, line=True),
    Command("italic", N_("Italic"), "Ctrl+I", "italic", EDIT, "text", bar=True),
    Command("link", N_("Link…"), "Ctrl+K", "link", EDIT, "text", bar=True),
    Command("move_up", N_("Move up"), "Alt+Up", "up", EDIT, "block", line=True),
    Command("move_down", N_("Move down"), "Alt+Down", "down", EDIT, "block"),
    Command("row_up", N_("Move row up"), "Alt+Shift+Up", "", EDIT, "block"),
    Command("row_down", N_("Move row down"), "Alt+Shift+Down", "", EDIT, "block"),
    Command("duplicate", N_("Duplicate"), "Ctrl+D", "duplicate", EDIT, "block"),
    Command("remove", N_("Remove block"), "Ctrl+Shift+Delete", "trash", EDIT, "block"),
    Command("block_menu", N_("Block menu"), "Ctrl+.", "more", EDIT, "block"),
    Command("find_words", N_("Find…"), "Ctrl+F", "search", EDIT, line=True),
    Command("replace_words", N_("Replace…"), "Ctrl+H", "", EDIT),
    Command("find_next", N_("Find next"), "F3", "", EDIT),
    Command("find_previous", N_("Find previous"), "Shift+F3", "", EDIT),
    Command("next_misspelt", N_("Next misspelled word"), "F7", "", EDIT, line=True),
    Command("suggestions", N_("Spelling suggestions"), "Shift+F7", "", EDIT),
    Command("own_words", N_("Words that are right…"), "", "", EDIT),
    Command("smart_marks", N_("Curly quotation marks and dashes"), "", "", EDIT,
            tip=N_("Set marks and dashes of the language while typing")),
    Command("dateline", N_("Dateline…"), "Ctrl+Shift+D", "calendar", EDIT, line=True),
    Command("approval", N_("Approval…"), "Ctrl+Shift+A", "approve", EDIT, "block"),
    Command("sent_for_approval", N_("Sent for approval"), "Ctrl+Shift+E", "", EDIT, "block",
            tip=N_("Record that the words of the quote went to their speaker")),
    Command("ask_approval", N_("Ask for approval…"), "Ctrl+Alt+A", "", EDIT,
            tip=N_("Write to the speaker, with the exact words")),
    Command("ask_all", N_("Ask all for approval…"), "", "", EDIT,
            tip=N_("A letter for each who has still to approve, as files for the mail program")),
    Command("approval_sheet", N_("Sheet to sign…"), "", "", EDIT,
            tip=N_("A page on which all speakers and partners can sign")),
    Command("add_partner", N_("Add a partner…"), "", "", EDIT,
            tip=N_("An organization named in the release whose word you want")),
    Command("back_to_draft", N_("Take approval back"), "", "", EDIT, "block",
            tip=N_("The quote is a draft again, neither sent nor approved")),
    Command("make_quote", N_("Make it a quote"), "Ctrl+Shift+Q", "quote", EDIT, "block"),
    Command("save_to_library", N_("Save to library…"), "Ctrl+Alt+S", "library", EDIT, "block", line=True,
            tip=N_("Keep this block, or the people in it, for other kits")),
    Command("next_finding", N_("Next finding"), "F8", "", EDIT, line=True,
            tip=N_("To the next place that the checks found")),
    Command("previous_finding", N_("Previous finding"), "Shift+F8", "", EDIT),
    Command("fix_finding", N_("Put it right"), "Ctrl+F8", "", EDIT,
            tip=N_("What the button beside the finding does")),
    Command("ignore_finding", N_("Ignore the finding…"), "Ctrl+Shift+F8", "", EDIT),
    Command("library_news", N_("New in the library…"), "Alt+F8", "", EDIT,
            tip=N_("What the library has newer than this release")),
    Command("up_to_date", N_("Translation is up to date"), "Ctrl+Alt+U", "", EDIT, "translation", line=True,
            tip=N_("The block says what its original says")),
    Command("all_up_to_date", N_("All translations are up to date"), "", "", EDIT, "translation",
            tip=N_("For all blocks whose originals changed; those not translated yet stay so")),
    Command("original_words", N_("Use the original’s words"), "Ctrl+Alt+O", "", EDIT, "translation",
            tip=N_("The block begins anew with what the original says")),
    Command("original_order", N_("Follow the original’s order"), "", "", EDIT, "translation"),
    Command("pair_blocks", N_("Match with the original"), "", "", EDIT, "translation",
            tip=N_("Binds each block to the one of the original that stands in its place")),
    Command("inside_notes", N_("Inside notes…"), "Ctrl+Shift+N", "", EDIT,
            tip=N_("Notes for colleagues, and what was set aside; in no file for reporters")),
    Command("brand", N_("Page and brand…"), "", "brand", EDIT,
            tip=N_("Theme, paper, type, colors and logo, seen on the kit's own pages")),
    Command("house_style", N_("House style…"), "", "", EDIT,
            tip=N_("How datelines and dates are written, and what the checks go by")),
    Command("approvals", N_("Approvals"), "Ctrl+Alt+P", "", VIEW, "kit",
            tip=N_("Who has cleared their words, and who is still to be asked")),
    Command("next_block", N_("Next block"), "Ctrl+Down", "", VIEW, "kit"),
    Command("previous_block", N_("Previous block"), "Ctrl+Up", "", VIEW, "kit"),
    Command("next_pane", N_("Next pane"), "F6", "", VIEW, "kit"),
    Command("previous_pane", N_("Previous pane"), "Shift+F6", "", VIEW, "kit"),
    Command("next_language", N_("Next language of the kit"), "Ctrl+Alt+L", "", VIEW, "versions"),
    Command("side_by_side", N_("Original side by side"), "Ctrl+Alt+B", "", VIEW, "translation",
            tip=N_("The original beside each block of a translation")),
    Command("next_to_translate", N_("Next block to translate"), "F2", "", VIEW, "translation",
            tip=N_("To the next block that is not translated, or whose original changed")),
    Command("previous_to_translate", N_("Previous block to translate"), "Shift+F2", "", VIEW, "translation"),
    Command("find_piece", N_("Search library"), "Ctrl+L", "search", VIEW, "kit"),
    Command("library_window", N_("Library…"), "Ctrl+Shift+L", "library", VIEW, "",
            tip=N_("Look after boilerplate, people and figures")),
    Command("checks", N_("Checks"), "Ctrl+Shift+K", "", VIEW, "kit",
            tip=N_("Show or hide what the checks find")),
    Command("spelling", N_("Check spelling"), "", "", VIEW, "kit", line=True),
    Command("zoom_in", N_("Zoom in"), "Ctrl++", "zoom-in", VIEW, "kit", line=True),
    Command("zoom_out", N_("Zoom out"), "Ctrl+-", "zoom-out", VIEW, "kit"),
    Command("fit_width", N_("Fit width"), "Ctrl+0", "fit-width", VIEW, "kit"),
    Command("fit_page", N_("Fit page"), "Ctrl+9", "fit-page", VIEW, "kit"),
    Command("show_in_preview", N_("Show in preview"), "F9", "", VIEW, "block", line=True),
    Command("part_shown", N_("Go to the part shown"), "Shift+F9", "", VIEW, "kit"),
    Command("preview_apart", N_("Preview in a window of its own"), "Ctrl+Alt+W", "window", VIEW, "kit"),
    Command("find_command", N_("Find a command…"), "Ctrl+Shift+P", "search", VIEW, "", line=True,
            tip=N_("Everything that can be done, by a few letters of its name")),
    Command("theme_light", N_("Light"), "", "sun", VIEW, "", line=True),
    Command("theme_dark", N_("Dark"), "", "moon", VIEW, ""),
    Command("theme_system", N_("As the desktop"), "", "settings", VIEW, ""),
    Command("shortcuts", N_("Keyboard shortcuts"), "F1", "keyboard", HELP, ""),
    Command("sample", N_("Open a sample"), "", "help", HELP, ""),
    Command("about", N_("About PressKit"), "", "info", HELP, ""),
)  # fmt: skip

# Kinds that the top bar offers by name; the others are in its "More" menu.
IN_BAR = ("paragraph", "quote", "statistics", "list", "crosshead", "photo", "boilerplate")
_KIND_KEYS = "Ctrl+Alt+{number}"

OFFERED = tuple(kind for kind in ALL if kind is not Unknown)


class Keyed(NamedTuple):
    """A command that keys can be given to: its id ("add-quote" for a kind of block), the menu it is in, its
    words, and the keys that it has until somebody changes them."""

    id: str
    menu: str
    text: str
    keys: str


def keyed() -> tuple[Keyed, ...]:
    """All of them, in the order of the menus."""
    found = [
        Keyed(f"add-{kind.__struct_config__.tag}", INSERT, kind.label, kind_keys(number))
        for number, kind in enumerate(OFFERED)
    ]
    found += [Keyed(each.id, each.menu, each.text, each.keys) for each in COMMANDS]
    return tuple(sorted(found, key=lambda each: MENUS.index(each.menu)))


def keys_in_use(changed: Mapping[str, str]) -> dict[str, str]:
    """The keys of each command, by its id: those that a user gave it, else its own. Nothing for one that has
    none, nor for one whose own keys the user gave to another."""
    taken = {keys for keys in changed.values() if keys}
    return {each.id: changed.get(each.id, "" if each.keys in taken else each.keys) for each in keyed()}


def kind_keys(number: int) -> str:
    """The shortcut that adds a block of the kind at place `number` (from 0) of those offered."""
    return _KIND_KEYS.format(number=number + 1) if number < 9 else ""

"""Why the system refused a file, in words for whoever uses the program."""

import errno

from presskit.i18n import N_, _

_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your space on the disk is used up"),
    errno.EROFS: N_("the disk is read-only"),
    errno.EACCES: N_("you have no permission"),
    errno.EPERM: N_("you have no permission"),
    errno.ENOENT: N_("its folder is not there"),
    errno.ENOTDIR: N_("its folder is not there"),
    errno.EISDIR: N_("a folder has that name"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EFBIG: N_("the disk takes no file of that size"),
    errno.EIO: N_("the disk reports a fault"),
    errno.EINVAL: N_("the disk does not take that name"),
    errno.ELOOP: N_("it is a link that leads back to itself"),
}


def why(error: OSError | ValueError) -> str:
    """Why nothing could be written, as the middle of a sentence; the system's own words where there are none
    of ours. A ValueError is a name that Python takes for no file's."""
    if not isinstance(error, OSError):
        return _(_REASONS[errno.EINVAL])
    if error.errno in _REASONS:
        return _(_REASONS[error.errno])
    return error.strerror or str(error) or type(error).__name__


def why_unread(error: OSError) -> str:
    """Why nothing could be read, as the middle of a sentence."""
    return _("it is not there") if error.errno in {errno.ENOENT, errno.ENOTDIR} else why(error)

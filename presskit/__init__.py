"""PressKit: assemble a press release from its parts and send it out as DOCX and PDF."""

__version__ = "0.1.0"

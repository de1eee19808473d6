"""Words only: runs, typography, sentences, quotation, counting."""

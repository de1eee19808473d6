"""Sheet -> PDF."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, assert_never

from presskit.export import fonts
from presskit.export.errors import ExportProblem
from presskit.export.pdf_pages import Placed, paginate
from presskit.export.pdf_paper import Paper
from presskit.export.pdf_parts import Part, PartMaker
from presskit.flow import Sheet
from presskit.model.brand import Look

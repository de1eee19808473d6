"""The graph of all imports of a Python package, read from its source: nothing is run."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Edge(NamedTuple):
    """One module names another. inside: within a function. named: as a string, to be loaded later.

    `target` is a module of the house, or the first name of somebody else's.
    """

    source: str
    target: str
    line: int
    inside: bool = False
    named: bool = False

    def __str__(self) -> str:
        return f"{self.source}:{self.line} -> {self.target}"


class House(NamedTuple):
    """A package: its modules with their files, and what they import."""

    name: str
    modules: dict[str, Path]
    edges: tuple[Edge, ...]

    def own(self) -> Iterator[Edge]:
        """The edges between modules of the house."""
        return (edge for edge in self.edges if edge.target in self.modules)

    def foreign(self) -> Iterator[Edge]:
        """The edges to everybody else's modules."""
        return (edge for edge in self.edges if edge.target not in self.modules)

    def floor_name(self, module: str) -> str:
        """The top-level part that a module belongs to: "storage" for presskit.storage.codec."""
        return module.removeprefix(self.name).lstrip(".").partition(".")[0]


def read_house(package: Path) -> House:
    """The house in a folder; the folder's name is the package's."""
    files = sorted(package.rglob("*.py"))
    modules = {_module(package, path): path for path in files}
    edges: list[Edge] = []
    for module, path in modules.items():
        visitor = _Imports(module, path.name == "__init__.py", package.name, modules)
        visitor.visit(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        edges += visitor.edges
    return House(package.name, modules, tuple(edges))


def _module(package: Path, path: Path) -> str:
    parts = [package.name, *path.relative_to(package).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class _Imports(ast.NodeVisitor):
    """Everything a file imports, wherever it stands in it: in functions and under TYPE_CHECKING too."""

    def __init__(self, module: str, is_package: bool, house: str, modules: dict[str, Path]) -> None:
        self._module, self._is_package, self._house, self._modules = module, is_package, house, modules
        self._depth = 0
        self.edges: list[Edge] = []

    def _add(self, name: str, line: int, *, named: bool = False) -> None:
        own = name == self._house or name.startswith(f"{self._house}.")
        target = name if own else name.partition(".")[0]
        edge = Edge(self._module, target, line, bool(self._depth), named)
        if target != self._module and edge not in self.edges:
            self.edges.append(edge)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> None:
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    visit_AsyncFunctionDef = visit_Lambda = visit_FunctionDef  # noqa: N815 - ast's names

    def visit_Import(self, node: ast.Import) -> None:
        for each in node.names:
            self._add(each.name, node.lineno)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = node.module or ""
        if node.level:
            parts = self._module.split(".")
            drop = node.level - (1 if self._is_package else 0)
            base = ".".join([*parts[: len(parts) - drop], *([base] if base else [])])
        for each in node.names:
            module = f"{base}.{each.name}"
            self._add(module if module in self._modules else base, node.lineno)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A string that is the name of a module is a way to import it."""
        if isinstance(node.value, str) and "." in node.value and node.value in self._modules:
            self._add(node.value, node.lineno, named=True)


def circles(edges: list[Edge]) -> list[list[str]]:
    """The groups of modules that reach one another (Tarjan's strongly connected components)."""
    graph: dict[str, list[str]] = {}
    for edge in edges:
        graph.setdefault(edge.source, []).append(edge.target)
        graph.setdefault(edge.target, [])
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        stack.append(module)
        for target in graph[module]:
            if target not in order:
                visit(target)
                low[module] = min(low[module], low[target])
            elif target in stack:
                low[module] = min(low[module], order[target])
        if low[module] == order[module]:
            group = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(group) > 1:
                found.append(sorted(group))

    for module in graph:
        if module not in order:
            visit(module)
    return found

"""The generated kits are what they promise: the same each time, all kinds, all languages, whole sentences."""

from presskit.blocks import ALL
from tests.generated import kits, languages


def test_equal_seeds_give_equal_kits_and_other_seeds_others() -> None:
    assert list(kits(20)) == list(kits(30))[:20]
    assert list(kits(20, seed=1)) != list(kits(20))


def test_every_kind_language_and_theme_is_among_two_hundred() -> None:
    releases = [release for kit in kits(200) for release in kit.releases]
    assert {type(block) for release in releases for block in release.blocks} == set(ALL)
    assert {release.language for release in releases} == {words.tag for words in languages().values()}
    assert len(languages()) == 13
    assert any(not release.blocks for release in releases)
    assert any(release.brand.issuers for release in releases)
    assert any(release.brand.logo for release in releases)

"""Loading and checking packs: every fault is told with file, key and remedy."""

from __future__ import annotations

import os
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportbot.errors import PackError
from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import check_pack, load_pack
from tests.support.packs import FILES, generator_block, sha256, write_pack

BASE, ADAPTER = b"base", b"adapter"


def problems(root) -> dict[tuple[str, str], str]:
    return {(p.file, p.key): p.problem for p in check_pack(root)}


def only_problem(root) -> PackError:
    found = check_pack(root)
    assert len(found) == 1, [str(p) for p in found]
    assert found[0].remedy.endswith(".")
    assert found[0].file in str(found[0])
    return found[0]


# --------------------------------------------------------------------------- a sound pack


def test_a_sound_pack(tmp_path):
    root = write_pack(tmp_path / "pack")
    assert check_pack(root) == []
    pack = load_pack(root)
    assert pack.product.name == "Kettle Helper"
    assert [topic.id for topic in pack.topics] == ["descale"]
    assert pack.pages["descale"].body.startswith("Use **vinegar**")
    assert pack.rules.rule[0].sure == ("hacked",)
    assert pack.verified[0].topic == "descale"
    assert pack.probes[0].number == 1
    assert pack.logo.is_file()
    assert pack.topic("descale") is pack.topics[0]
    assert pack.topic("nothing") is None


def test_links_in_answers_are_judged_by_the_packs_policy(tmp_path):
    policy = load_pack(write_pack(tmp_path / "pack")).link_policy
    assert policy.fault("https://kettle.example/help") == ""
    assert policy.fault("mailto:support@kettle.example") == ""
    assert policy.fault("mailto:SECURITY@kettle.example") == ""
    for link in (
        "https://evil.example/",
        "https://kettle.example.evil.example/",
        "https://kettle.example@evil.example/",
        "http://kettle.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:support@kettle.example?bcc=x@evil.example",
        "mailto:other@kettle.example",
        "https://[::1",
        "",
    ):
        assert policy.fault(link), link


def test_the_worked_example_is_sound():
    """The adapter is made by training and the base placed by set-up; all the rest stands in the checkout."""
    found = [p for p in check_pack(bundled_pack_dir()) if "adapters[" not in p.key]
    assert found == []


def test_byte_order_marks_and_windows_line_ends_are_read(tmp_path):
    root = write_pack(tmp_path / "pack")
    for name in FILES:
        file = root / name
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check_pack(root) == []


# --------------------------------------------------------------------------- the folder and its files


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path / "nowhere")
    assert "no such folder" in caught.value.message
    assert caught.value.exit_code == 2


def test_a_file_instead_of_a_folder(tmp_path):
    (tmp_path / "file").write_text("x")
    assert "not a folder" in only_problem(tmp_path / "file").problem


def test_a_folder_that_may_not_be_read(unprivileged):
    folder, rights = unprivileged
    root = write_pack(folder / "pack")
    root.chmod(0)
    with rights():
        assert "cannot be read" in only_problem(root).problem


def test_a_file_that_may_not_be_read(unprivileged):
    folder, rights = unprivileged
    root = write_pack(folder / "pack")
    (root / "topics.toml").chmod(0)
    with rights():
        assert ("topics.toml", "") in problems(root)


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("docs")])
def test_a_missing_file(name, tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / name).unlink()
    assert problems(root)[name, ""] == "the file is missing"
    with pytest.raises(PackError):
        load_pack(root)


def test_no_folder_of_pages(tmp_path):
    root = write_pack(tmp_path / "pack")
    shutil.rmtree(root / "docs")
    assert set(problems(root)) == {("docs", ""), ("topics.toml", "topic[descale].doc")}


@pytest.mark.parametrize("name", ["topics.toml", "logo.svg", "docs/descale.md", "verified.jsonl"])
def test_a_link_that_leaves_the_pack(name, tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / name).rename(tmp_path / "outside")
    (root / name).symlink_to(tmp_path / "outside")
    assert problems(root)[name, ""] == "the link leads out of the pack"


def test_a_folder_of_pages_that_leaves_the_pack(tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / "docs").rename(tmp_path / "outside")
    (root / "docs").symlink_to(tmp_path / "outside")
    assert problems(root)["docs", ""] == "the link leads out of the pack"


def test_what_is_no_ordinary_file(tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / "rules.toml").unlink()
    os.mkfifo(root / "rules.toml")
    (root / "probes.toml").unlink()
    (root / "probes.toml").mkdir()
    (root / "logo.svg").unlink()
    (root / "logo.svg").symlink_to("logo.svg")
    found = problems(root)
    assert found["rules.toml", ""] == found["probes.toml", ""] == "is not an ordinary file"
    assert "cannot be read" in found["logo.svg", ""]


@pytest.mark.parametrize(
    ("name", "size"),
    [("topics.toml", 1 << 20), ("docs/descale.md", 1 << 17), ("logo.svg", 1 << 16)],
)
def test_files_have_a_size(name, size, tmp_path):
    root = write_pack(tmp_path / "pack")
    with (root / name).open("ab") as file:
        file.write(b"\n" * size)
    assert "larger than" in problems(root)[name, ""]


def test_files_are_text(tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / "topics.toml").write_bytes(b"# fine\n\xff\xfe")
    assert problems(root)["topics.toml", "line 2"] == "the file is not UTF-8 text"


# --------------------------------------------------------------------------- what stands in them

CHANGES = {
    "a line that is no TOML": ("product.toml", 'name = "Kettle Helper"', "name = ", "line 2", "is not TOML"),
    "a missing key": ("product.toml", 'name = "Kettle Helper"\n', "", "name", "the key is missing"),
    "an unknown key": ("product.toml", "about =", "abuot = 'x'\nabout =", "abuot", "there is no such key"),
    "a colour": ("product.toml", "#336699", "blue", "brand.accent", "string should match pattern"),
    "no starter question": ("product.toml", '["How hot does it get?"]', "[]", "brand.starter_questions", "at least 1"),
    "no channel": ("product.toml", '[[handoff.channels]]\nkind = "email"\ntitle = "Write to us"\naddress = "support@kettle.example"\n', "[handoff]\nchannels = []\n", "handoff.channels", "at least 1"),
    "a channel without an address": ("product.toml", 'address = "support@kettle.example"\n', "", "handoff.channels[0]", "needs its address"),
    "a link that is not https": ("product.toml", "https://kettle.example/help", "http://kettle.example/help", "links.docs", "must be an https"),
    "a host that is not allowed": ("product.toml", "https://kettle.example/help", "https://other.example/help", "links.docs", "host that is not allowed"),
    "a topic's page": ("topics.toml", 'doc = "descale"', 'doc = "rescale"', "topic[descale].doc", "docs/rescale.md: the file is missing"),
    "no fact": ("topics.toml", 'facts = [{ any = ["vinegar", "citric acid"] }, { any = ["settings → clean"] }]', "facts = []", "topic[descale].facts", "at least 1"),
    "a form without words": ("topics.toml", '"citric acid"', '"**"', "topic[descale].facts[0].any", "holds no words"),
    "a fact without a form": ("topics.toml", '["vinegar", "citric acid"]', "[]", "topic[descale].facts[0].any", "at least 1"),
    "a page without front matter": ("docs/descale.md", "+++\ntitle", "title", "line 1", "has no front matter"),
    "front matter that is no TOML": ("docs/descale.md", "updated = 2026-01-31", "updated =", "line 4", "is not TOML"),
    "a page without a title": ("docs/descale.md", 'title = "Descale the kettle"\n', "", "title", "the key is missing"),
    "a page that leads elsewhere": ("docs/descale.md", "https://kettle.example/help)", "https://other.example/)", "body", "host that is not allowed"),
    "a page with a script for a link": ("docs/descale.md", "https://kettle.example/help)", "javascript:alert)", "body", "is not an https"),
    "a rule without patterns": ("rules.toml", 'sure = ["hacked"]\n', "", "rule[security]", "needs patterns"),
    "a rule stands twice": ("rules.toml", "[third_try]", '[[rule]]\nid = "security"\ntitle = "S"\nanswer = "A"\nnext_step = { title = "T" }\nsure = ["x"]\n[third_try]', "rule[security]", "stands twice"),
    "a rule that leads elsewhere": ("rules.toml", "Write to security at once.", "See https://evil.example/now.", "rule[security].answer", "host that is not allowed"),
    "a marker that is no pattern": ("deflections.toml", "i do not have access", "i (do not have access", "markers.no_access", "is no regular expression"),
    "a marker that is always there": ("deflections.toml", "i do not have access", "x*", "markers.no_access", "matches every answer"),
    "a category stands twice": ("deflections.toml", "[[category]]", '[[category]]\nid = "price"\ntitle = "P"\nnext_step = { title = "T" }\noffered = true\n[[category]]', "category[price]", "stands twice"),
    "a next step that leads elsewhere": ("deflections.toml", "https://kettle.example/shop", "https://shop.example/", "category[price].next_step.url", "host that is not allowed"),
    "a row that is no JSON": ("verified.jsonl", '{"topic": "descale"', "{'topic': 'descale'", "line 1", "is not JSON"),
    "a row that is no object": ("verified.jsonl", '{"topic": "descale"', '[]\n{"topic": "descale"', "line 1", "dictionary"),
    "a row with a missing key": ("verified.jsonl", '"topic": "descale", ', "", "line 1: topic", "the key is missing"),
    "a row of no topic": ("verified.jsonl", '"topic": "descale"', '"topic": "rescale"', "rescale", "there is no such topic"),
    "an answer that lacks a fact": ("verified.jsonl", "open Settings > **Clean**", "press Clean", "descale", "lacks a fact of its topic: 'settings → clean'"),
    "an answer that leads elsewhere": ("verified.jsonl", "and wait", "and see [this](https://evil.example)", "descale", "host that is not allowed"),
    "an answer that writes elsewhere": ("verified.jsonl", "and wait", "or mailto:x@evil.example", "descale", "not the pack's"),
    "two probes with one number": ("probes.toml", "[[probe]]", '[[probe]]\nnumber = 1\nquestion = "Q"\nbucket = "docs"\ncriteria = [{ text = "t" }]\n[[probe]]', "probe[1]", "stands twice"),
    "a probe without a question": ("probes.toml", 'question = "What do I do against white flakes in the water?"\n', "", "probe[1].question", "the key is missing"),
    "an answer as long as the context": ("product.toml", "[brand]", "[generation]\nmax_new_tokens = 300\ncontext_tokens = 256\n[brand]", "generation.max_new_tokens", "the whole context"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "problem"), CHANGES.values(), ids=list(CHANGES)
)
def test_one_fault(name, old, new, key, problem, tmp_path):
    root = write_pack(tmp_path / "pack", {name: (old, new)})
    error = only_problem(root)
    assert (error.file, error.key) == (name, key)
    assert problem in error.problem


LOGOS = {
    "script": "<script>x()</script>",
    "foreign": "<foreignObject/>",
    "image": '<image href="https://evil.example/x.png"/>',
    "handler": '<rect onload="x()"/>',
    "reference": '<use href="https://evil.example/x.svg#a"/>',
    "xlink": '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>',
    "url": '<rect fill="url(https://evil.example/x)"/>',
    "escaped url": r'<rect style="fill:u\72l(https://evil.example/x)"/>',
    "style": "<style>@import 'https://evil.example/x.css'</style>",
}


@pytest.mark.parametrize("inside", LOGOS.values(), ids=LOGOS)
def test_a_logo_that_is_more_than_a_picture(inside, tmp_path):
    root = write_pack(tmp_path / "pack", {"logo.svg": ("<circle", f"{inside}<circle")})
    assert only_problem(root).file == "logo.svg"


@pytest.mark.parametrize(
    "logo",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "<svg>",
        "<svg/>",
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        "",
    ],
)
def test_a_logo_that_is_no_picture(logo, tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / "logo.svg").write_text(logo)
    assert only_problem(root).file == "logo.svg"


def test_a_logo_may_use_gradients_of_its_own(tmp_path):
    own = '<defs><linearGradient id="a"/></defs><use href="#a"/><rect fill="url(#a)"/><circle'
    assert check_pack(write_pack(tmp_path / "pack", {"logo.svg": ("<circle", own)})) == []


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    root = write_pack(
        tmp_path / "pack",
        {
            "product.toml": ("#336699", "blue"),
            "topics.toml": ('doc = "descale"', 'doc = "rescale"'),
            "probes.toml": ("number = 1", 'number = "one"'),
            "verified.jsonl": ('"topic": "descale"', '"topic": "rescale"'),
        },
    )
    (root / "docs" / "broken.md").write_text("no front matter")
    assert len(check_pack(root)) == 5


def test_two_answers_for_one_question(tmp_path):
    row = FILES["verified.jsonl"]
    root = write_pack(tmp_path / "pack")
    (root / "verified.jsonl").write_text(row + row.replace("how do i", "How do I"))
    assert "has two answers" in only_problem(root).problem


NEAR_A_PROBE = {
    "verified.jsonl": (
        "how do i get rid of limescale",
        "what do i do against white flakes in water",
    ),
    "product.toml": ("How hot does it get?", "White flakes in the water: what do I do against?"),
}


@pytest.mark.parametrize("name", NEAR_A_PROBE)
def test_a_question_near_a_probe(name, tmp_path):
    root = write_pack(tmp_path / "pack", {name: NEAR_A_PROBE[name]}, base=BASE)
    assert "near copy of probe 1" in only_problem(root).problem


def test_without_a_generator_a_probe_may_be_a_vetted_question(tmp_path):
    assert check_pack(write_pack(tmp_path / "pack", NEAR_A_PROBE)) == []


# --------------------------------------------------------------------------- models


def with_adapter(tmp_path, block=None):
    root = write_pack(tmp_path / "pack")
    with (root / "product.toml").open("a") as product:
        product.write(block or generator_block(base=BASE, adapter=ADAPTER))
    (root / "models").mkdir()
    (root / "models/tiny.lora.gguf").write_bytes(ADAPTER)
    return root


def test_carried_files_have_their_hash(tmp_path):
    root = with_adapter(tmp_path)
    assert check_pack(root) == []
    (root / "models/tiny.lora.gguf").write_bytes(b"other")
    error = only_problem(root)
    assert error.key == "models.generator.adapters[0].sha256"
    assert sha256(b"other") in error.problem
    load_pack(root)  # the store refuses the adapter; rules and verified answers still work


def test_a_carried_file_is_missing(tmp_path):
    root = with_adapter(tmp_path)
    (root / "models/tiny.lora.gguf").unlink()
    assert "the file is missing" in only_problem(root).problem
    load_pack(root)


def test_a_carried_file_outside_the_pack(tmp_path):
    root = with_adapter(tmp_path)
    (root / "models/tiny.lora.gguf").rename(tmp_path / "outside")
    (root / "models/tiny.lora.gguf").symlink_to(tmp_path / "outside")
    (root / "models/tiny.gguf").symlink_to(tmp_path / "outside")
    assert set(problems(root)) == {
        ("product.toml", "models.generator.adapters[0].file"),
        ("product.toml", "models.generator.bundled"),
    }


@pytest.mark.parametrize(
    "path", ["../x.gguf", "/x.gguf", "a/../../x.gguf", "C:x.gguf", r"a\..\..\x"]
)
def test_paths_stay_inside_the_pack(path, tmp_path):
    block = generator_block(base=BASE).replace('"models/tiny.gguf"', f"'{path}'")
    error = only_problem(with_adapter(tmp_path, block))
    assert error.key == "models.generator.bundled"
    assert "inside the pack" in error.problem


def test_an_adapter_of_another_base(tmp_path):
    block = generator_block(base=BASE, adapter=ADAPTER)
    block = block.replace(f'base_sha256 = "{sha256(BASE)}"', f'base_sha256 = "{"0" * 64}"')
    error = only_problem(with_adapter(tmp_path, block))
    assert error.key == "models.generator.adapters[0].base_sha256"


def test_heads_of_another_encoder(tmp_path):
    root = write_pack(tmp_path / "pack")
    files = {"encoder": b"e", "heads": b"h"}
    block = ""
    for name, data in files.items():
        (root / name).write_bytes(data)
        block += f'[models.{name}]\nfile = "{name}"\nsha256 = "{sha256(data)}"\nversion = "1"\n'
        block += 'tokenizer = "wordpiece"\npooling = "mean"\n' if name == "encoder" else ""
    with (root / "product.toml").open("a") as product:
        product.write(block + f'encoder_sha256 = "{"0" * 64}"\n')
    assert only_problem(root).key == "models.heads.encoder_sha256"


# --------------------------------------------------------------------------- any text at all


@settings(max_examples=60)
@given(name=st.sampled_from([n for n in FILES if n != "logo.svg"]), data=st.data())
def test_hostile_text_never_raises_anything_else(name, data, tmp_path_factory):
    root = write_pack(tmp_path_factory.mktemp("hostile") / "pack")
    content = FILES[name].encode()
    at = data.draw(st.integers(0, len(content)))
    inserted = data.draw(st.one_of(st.binary(max_size=20), st.text(max_size=20).map(str.encode)))
    skip = data.draw(st.integers(0, 20))
    (root / name).write_bytes(content[:at] + inserted + content[at + skip :])
    for problem in check_pack(root):
        assert isinstance(problem, PackError)
        assert problem.file
        assert problem.remedy


def test_deep_nesting_is_told(tmp_path):
    root = write_pack(tmp_path / "pack")
    (root / "topics.toml").write_text("x = " + "[" * 5000 + "]" * 5000)
    (root / "verified.jsonl").write_text("[" * 100_000 + "\n")
    found = problems(root)
    assert "is not TOML" in found["topics.toml", ""]
    assert "is not JSON" in found["verified.jsonl", "line 1"]


def test_messages_read_as_sentences(tmp_path):
    root = write_pack(tmp_path / "pack", {"product.toml": ("#336699", "blue")})
    assert re.fullmatch(
        r"product\.toml: brand\.accent: \S.* Write it as \S+\.", str(only_problem(root))
    )

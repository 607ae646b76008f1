#!/usr/bin/env python3
# Writes pytorch_model.bin, dense.bin, before-1.6.bin and evil.bin beside it, as torch.save would; run once, by hand. Needs Python only: the names
# of torch that a pickle refers to are stand-ins here, the bytes are the same.
import collections, json, pickle, struct, sys, types, zipfile
from pathlib import Path

torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
sys.modules.update({"torch": torch, "torch._utils": utils})


def rebuild(*_): pass


rebuild.__module__, rebuild.__name__, rebuild.__qualname__ = "torch._utils", "_rebuild_tensor_v2", "_rebuild_tensor_v2"
utils._rebuild_tensor_v2 = rebuild
for name in ("FloatStorage", "HalfStorage", "BFloat16Storage", "LongStorage"):
    setattr(torch, name, type(name, (), {"__module__": "torch"}))


class Storage:
    def __init__(self, kind, key, count): self.id = ("storage", kind, key, "cpu", count)


class Tensor:
    def __init__(self, storage, offset, shape, strides): self.arguments = (storage, offset, shape, strides, False, collections.OrderedDict())
    def __reduce__(self): return utils._rebuild_tensor_v2, self.arguments


class Evil:
    def __reduce__(self): return __import__("os").system, ("echo evil",)


class Pickler(pickle.Pickler):
    def persistent_id(self, value): return value.id if isinstance(value, Storage) else None


def save(path, state, storages):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        with archive.open("archive/data.pkl", "w") as out: Pickler(out, protocol=2).dump(state)
        archive.writestr("archive/byteorder", "little")
        for key, data in storages.items(): archive.writestr(f"archive/data/{key}", data)
        archive.writestr("archive/version", "3\n")


def save_before_1_6(path, state, storages):
    with open(path, "wb") as out:
        for value in (0x1950A86A20F9469CFC6C, 1001, {"protocol_version": 1001, "little_endian": True, "type_sizes": {"short": 2, "int": 4, "long": 4}}):
            pickle.dump(value, out, protocol=2)
        Legacy(out, protocol=2).dump(state)
        pickle.dump(sorted(storages), out, protocol=2)
        for key in sorted(storages):
            size, data = storages[key]
            out.write(struct.pack("<q", len(data) // size) + data)


class Legacy(pickle.Pickler):
    def persistent_id(self, value): return value.id + (None,) if isinstance(value, Storage) else None


here = Path(__file__).parent
shared = Storage(torch.FloatStorage, "0", 8)
half = Storage(torch.HalfStorage, "1", 2)
brain = Storage(torch.BFloat16Storage, "2", 2)
ids = Storage(torch.LongStorage, "3", 1)
state = collections.OrderedDict([
    ("bert.first", Tensor(shared, 0, (2, 2), (2, 1))),
    ("bert.second", Tensor(shared, 4, (4,), (1,))),
    ("bert.turned", Tensor(shared, 0, (2, 2), (1, 2))),
    ("bert.half", Tensor(half, 0, (2,), (1,))),
    ("bert.brain", Tensor(brain, 0, (1, 2), (2, 1))),
    ("bert.ids", Tensor(ids, 0, (1,), (1,))),
])
state._metadata = collections.OrderedDict([("", {"version": 1})])
numbers = {"0": (4, struct.pack("<8f", *range(8))), "1": (2, struct.pack("<2e", 0.5, -2)), "2": (2, struct.pack("<2H", 0x3F80, 0xC040)), "3": (8, struct.pack("<q", 7))}
save(here / "pytorch_model.bin", state, {key: data for key, (_, data) in numbers.items()})
save_before_1_6(here / "before-1.6.bin", state, numbers)
save(here / "evil.bin", {"bert.first": Evil()}, {})

# The layer behind the pooling of tiny-t5-dense, as older libraries keep it.
dense = (here / "../../../../../runtime/src/test/resources/models/tiny-t5-dense/2_Dense/model.safetensors").read_bytes()
start = 8 + struct.unpack("<Q", dense[:8])[0]
weight = json.loads(dense[8:start])["linear.weight"]
out, inner = weight["shape"]
save(
    here / "dense.bin",
    collections.OrderedDict([("linear.weight", Tensor(Storage(torch.FloatStorage, "0", out * inner), 0, (out, inner), (inner, 1)))]),
    {"0": dense[start + weight["data_offsets"][0] : start + weight["data_offsets"][1]]},
)

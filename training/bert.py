"""The encoder of all-MiniLM-L6-v2 in PyTorch (BERT: Devlin et al., 2019), with its weights as safetensors hold them."""
import json
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HIDDEN, HEADS, LAYERS = 384, 12, 6
NUMPY_TYPES = {"F16": np.float16, "F32": np.float32, "I64": np.int64}
# Our names of a layer's parts, and those of the file.
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attention_output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "intermediate": "intermediate.dense",
    "output": "output.dense",
    "output_norm": "output.LayerNorm",
}


def read_safetensors(path):
    """Tensors by name; floats of 16 bits become 32."""
    raw = open(path, "rb").read()
    length = int.from_bytes(raw[:8], "little")
    tensors = {}
    for name, entry in json.loads(raw[8 : 8 + length]).items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = np.frombuffer(raw[begin:end], NUMPY_TYPES[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.tensor(values.astype(np.int64 if values.dtype == np.int64 else np.float32))
    return tensors


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        for part in ("query", "key", "value", "attention_output"):
            setattr(self, part, nn.Linear(HIDDEN, HIDDEN))
        self.intermediate, self.output = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.attention_norm, self.output_norm = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))

    def forward(self, x, bias):
        batch, length, _ = x.shape
        heads = lambda y: y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + bias
        context = (scores.softmax(-1) @ heads(self.value(x))).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + self.attention_output(context))
        return self.output_norm(x + self.output(F.gelu(self.intermediate(x))))


class Encoder(nn.Module):
    """Word vectors are those of the published model and stay so: only the layers learn, and only they are shipped."""

    def __init__(self, tensors):
        super().__init__()
        fixed = lambda value: nn.Parameter(value, requires_grad=False)
        self.words = fixed(tensors["embeddings.word_embeddings.weight"])
        types = tensors["embeddings.token_type_embeddings.weight"]
        self.positions = fixed(tensors["embeddings.position_embeddings.weight"] + types[0])
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12).requires_grad_(False)
        self.norm.weight.data = tensors["embeddings.LayerNorm.weight"]
        self.norm.bias.data = tensors["embeddings.LayerNorm.bias"]
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for name, parameter in self.named_layer_tensors():
            parameter.data = tensors[name].clone()

    def named_layer_tensors(self):
        """The parameters that learn, by their names in the file."""
        for at, layer in enumerate(self.layers):
            for ours, theirs in PARTS.items():
                for kind in ("weight", "bias"):
                    yield f"encoder.layer.{at}.{theirs}.{kind}", getattr(getattr(layer, ours), kind)

    def forward(self, ids, mask):
        """ids, mask [texts, tokens] -> a vector for each token [texts, tokens, HIDDEN]"""
        x = self.norm(self.words[ids] + self.positions[: ids.shape[1]])
        bias = (1 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def padded(texts, most):
    """Lists of token ids -> ids and mask [texts, tokens]; what is longer than `most` loses its end."""
    length = max(min(len(text), most) for text in texts)
    ids, mask = (torch.zeros(len(texts), length, dtype=torch.long) for _ in range(2))
    for at, text in enumerate(texts):
        own = text[:most]
        ids[at, : len(own)] = torch.as_tensor(own, dtype=torch.long)
        mask[at, : len(own)] = 1
    return ids, mask


def pooled(hidden, mask):
    """The mean of a text's tokens, of length 1: [texts, HIDDEN]"""
    shown = mask[..., None].float()
    return F.normalize((hidden * shown).sum(1) / shown.sum(1), dim=-1)

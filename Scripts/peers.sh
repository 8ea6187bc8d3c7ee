#!/usr/bin/env bash
# Makes the Python environment of the peers that `make perf` times beside us, in .peers/ (ignored).
# Nothing else needs it: a peer that is not installed is an entry of perf.json without a time.
set -euo pipefail

environment=.peers/python
if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  echo "peers: python3 without venv; install python3-venv" >&2
  exit 2
fi
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
# The versions that the recorded ratios belong to; the plain name 'torch' would bring CUDA along.
"$environment/bin/python" -m pip install --quiet torch==2.13.0 numpy==2.4.6
"$environment/bin/python" -c 'import torch; print("peers: torch", torch.__version__)'

# benchopt pins other versions of the same libraries, so it lives by itself.
harness=.peers/benchopt
[ -x "$harness/bin/python" ] || python3 -m venv "$harness"
"$harness/bin/python" -m pip install --quiet benchopt==1.10.0
"$harness/bin/benchopt" --version

# rliable needs an older pandas than the others, and cocopp forgets to ask for six.
statistics=.peers/statistics
[ -x "$statistics/bin/python" ] || python3 -m venv "$statistics"
"$statistics/bin/python" -m pip install --quiet rliable==1.2.0 arch==7.2.0 'pandas<3' \
  cocopp==2.9.1 coco-experiment==2.8.2 six setuptools
"$statistics/bin/python" -c 'import rliable, cocopp; print("peers: rliable, cocopp", cocopp.__version__)'

# The solvers of neural equations bring torch and jax along.
equations=.peers/equations
[ -x "$equations/bin/python" ] || python3 -m venv "$equations"
"$equations/bin/python" -m pip install --quiet torch==2.13.0 numpy==2.4.6 torchdiffeq==0.2.5 \
  torchode==1.0.1 torchsde==0.2.6 diffrax==0.7.2 jax==0.10.2 equinox==0.13.8
"$equations/bin/python" -c 'import diffrax; print("peers: diffrax", diffrax.__version__)'

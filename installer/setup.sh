#!/usr/bin/env bash
# Everything a bare Debian machine (or any Linux or macOS with Python 3.11+ and a C++ compiler) needs to run supportbot
# from this checkout: system packages, .venv, a portable llama.cpp wheel (kept outside the checkout, so that a second
# checkout does not compile it again), our own package. With --build also what freezes the program, with --dev that and
# what the tests need.
set -euo pipefail
cd "$(dirname "$0")/.."

dev=""; build=""
case "${1:-}" in --dev) dev=1; build=1 ;; --build) build=1 ;; esac
cache="${SUPPORTBOT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/supportbot}"
torch="${SUPPORTBOT_TORCH:-torch==2.13.0}"

say() { printf '%s\n' "$*" >&2; }

# ------------------------------------------------------------------ system packages (Debian and its family)
build_packages=(build-essential cmake ninja-build python3-dev python3-venv)
# What Qt's xcb platform and network libraries link to, and the window's font.
window_packages=(libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libgssapi-krb5-2 libxkbcommon0 libxkbcommon-x11-0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
  fonts-inter)
# A display, a keyboard and an accessibility bus for the tests that use the program as a screen reader does; strace for
# the one that watches the worker's sockets.
test_packages=(xvfb xdotool dbus-daemon at-spi2-core strace)

missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q "install ok installed" || printf '%s ' "$name"
  done
}

python=""
find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
    if "$candidate" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
      python="$candidate"; return 0
    fi
  done
  return 1
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  wanted=("${build_packages[@]}" "${window_packages[@]}")
  [ -n "$dev" ] && wanted+=("${test_packages[@]}")
  missing="$(missing_packages "${wanted[@]}")"
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
      say "Installing system packages: $missing"
      apt-get update -qq
      # shellcheck disable=SC2086
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
      say "These system packages are missing: $missing"
      say "Run:  sudo apt-get install -y --no-install-recommends $missing"
      exit 4
    fi
  fi
fi
find_python || { say "Python 3.11, 3.12 or 3.13 is needed and was not found. Install it, or set PYTHON=/path/to/python3."; exit 4; }

# ------------------------------------------------------------------ is there anything to do?
sum="$(cat pyproject.toml installer/setup.sh | cksum | cut -d' ' -f1)"
kind="${1:-}"; stamp=".venv/.setup${kind#-}-$sum"
[ -f "$stamp" ] && [ -x .venv/bin/python ] && exit 0
[ -x .venv/bin/python ] || { say "Creating .venv"; "$python" -m venv .venv; }
pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
"${pip[@]}" install --upgrade "pip>=25.1" wheel

# ------------------------------------------------------------------ llama.cpp, one wheel for every processor of this kind
version="$(sed -n 's/.*"llama-cpp-python>=\([0-9.]*\),.*/\1/p' pyproject.toml)"
if ! .venv/bin/python -c 'import importlib.metadata as m; m.version("llama-cpp-python")' 2>/dev/null; then
  tag="$(.venv/bin/python -c 'import platform,sys; print(f"{sys.platform}-{platform.machine()}")')"
  wheels="$cache/wheels/$tag"
  mkdir -p "$wheels"
  if ! ls "$wheels"/llama_cpp_python-"$version"-*.whl >/dev/null 2>&1; then
    say "Compiling llama.cpp once (5 to 12 minutes); the wheel is kept in $wheels"
    origin='$ORIGIN'; extra=""
    [ "$(uname -s)" = Darwin ] && { origin='@loader_path'; extra="-DGGML_OPENMP=OFF"; }
    portable="-DGGML_NATIVE=OFF -DGGML_BACKEND_DL=ON -DGGML_CPU_ALL_VARIANTS=ON -DLLAVA_BUILD=OFF -DLLAMA_OPENSSL=OFF $extra"
    places="-DCMAKE_INSTALL_BINDIR=llama_cpp/lib -DCMAKE_INSTALL_LIBDIR=llama_cpp/lib -DCMAKE_INSTALL_RPATH=$origin"
    scratch="$(mktemp -d "$wheels/.build.XXXXXX")"
    trap 'rm -rf "$scratch"' EXIT
    CMAKE_ARGS="$portable $places" "${pip[@]}" wheel --no-deps --wheel-dir "$scratch" "llama-cpp-python==$version"
    mv "$scratch"/*.whl "$wheels/"
  fi
  "${pip[@]}" install "$wheels"/llama_cpp_python-"$version"-*.whl
fi

# ------------------------------------------------------------------ supportbot itself
say "Installing supportbot"
"${pip[@]}" install --editable .
[ -n "$build" ] && "${pip[@]}" install --group build
if [ -n "$dev" ]; then
  # The tests train a very small model: torch first and pinned, or the newest with gigabytes of CUDA is taken.
  "${pip[@]}" install "$torch"
  "${pip[@]}" install --editable '.[train]' --group dev
fi
touch ".venv/.setup-$sum" "$stamp" ${build:+".venv/.setup-build-$sum"}

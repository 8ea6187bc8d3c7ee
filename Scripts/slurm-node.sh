#!/usr/bin/env bash
# A Slurm of one node for tests: slurm-node.sh install|start|stop|status [FOLDER].
#
# 'install' gets slurm-wlm and munge by apt (as root; nothing else here installs anything). 'start'
# runs munged, slurmctld and slurmd from FOLDER, without systemd, and prints the line that makes the
# clients find them; a second 'start' finds them running. 'stop' ends by their process ids what
# 'start' began. Must run as root, since munge and slurmd insist on owners.
set -euo pipefail

verb=${1:-}
folder=${2:-/tmp/assay-slurm}
node=$(hostname -s)

fail() {
  echo "slurm-node: $1" >&2
  exit 2
}

install_packages() {
  env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    slurm-wlm munge >/dev/null
}

# alive NAME: whether the process of FOLDER/NAME.pid runs and is what we started.
alive() {
  local process
  process=$(cat "$folder/$1.pid" 2>/dev/null) || return 1
  [ -n "$process" ] && [ "$(cat "/proc/$process/comm" 2>/dev/null)" = "$1" ]
}

free_port() {
  python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

write_configuration() {
  local memory
  memory=$(awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo)
  cat >"$folder/slurm.conf" <<END
ClusterName=assay
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,bf_interval=1
KillWait=10
MinJobAge=300
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
}

# munged runs as its own user and wants folders that nobody else can write.
start_munge() {
  alive munged && return
  [ -f "$folder/munge.key" ] || dd if=/dev/urandom of="$folder/munge.key" bs=1024 count=1 status=none
  chmod 400 "$folder/munge.key"
  chown munge: "$folder/munge.key" "$folder"
  chmod 755 "$folder"
  setpriv --reuid=munge --regid=munge --clear-groups munged --force \
    --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
    --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" \
    --seed-file="$folder/munged.seed"
}

start() {
  for program in munged slurmctld slurmd sbatch; do
    command -v "$program" >/dev/null || fail "no $program; run '$0 install' first"
  done
  [ "$(id -u)" = 0 ] || fail "must be root"
  mkdir -p "$folder/state" "$folder/spool"
  start_munge
  export SLURM_CONF=$folder/slurm.conf
  if ! alive slurmctld || ! alive slurmd; then
    stop_slurm
    write_configuration
    slurmctld -f "$SLURM_CONF"
    slurmd -f "$SLURM_CONF" -N "$node"
  fi
  await_node
  echo "export SLURM_CONF=$SLURM_CONF"
}

await_node() {
  for _ in $(seq 150); do
    case $(sinfo --noheader --format=%T 2>/dev/null) in
      idle | mixed | allocated) return ;;
    esac
    sleep 0.2
  done
  tail -5 "$folder/slurmctld.log" "$folder/slurmd.log" >&2 || true
  fail "the node does not come up within 30 s"
}

stop_process() {
  alive "$1" || return 0
  local process
  process=$(cat "$folder/$1.pid")
  kill "$process"
  for _ in $(seq 100); do
    alive "$1" || return 0
    sleep 0.1
  done
  kill -KILL "$process"
}

# Jobs outlive their daemon: end them first.
stop_jobs() {
  alive slurmctld || return 0
  export SLURM_CONF=$folder/slurm.conf
  local state
  for state in PENDING RUNNING SUSPENDED; do
    timeout 20 scancel --state="$state" --user=root || true
  done
  for _ in $(seq 150); do
    [ -n "$(timeout 20 squeue --noheader)" ] || return 0
    sleep 0.1
  done
}

stop_slurm() {
  stop_jobs
  stop_process slurmd
  stop_process slurmctld
}

case $verb in
  install) install_packages ;;
  start) start ;;
  stop)
    stop_slurm
    stop_process munged
    ;;
  status)
    alive munged && alive slurmctld && alive slurmd || fail "it does not run"
    SLURM_CONF=$folder/slurm.conf sinfo
    ;;
  *) fail "expected install, start, stop or status" ;;
esac

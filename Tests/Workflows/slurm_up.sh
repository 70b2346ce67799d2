#!/usr/bin/env bash
# A SLURM of one node on loopback, for tests: slurm_up.sh FOLDER. Installs Debian's slurm-wlm and munge
# as root. Exits 77 and says why where that can't be done; slurm_down.sh stops what was started.
set -euo pipefail
folder=$1 node=$(hostname -s) configuration=/etc/slurm/slurm.conf

pass_over() { echo "SLURM is passed over: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || pass_over "its daemons are started as root"
[ ! -e $configuration ] || pass_over "$configuration is there: this machine has a SLURM of its own"
! pgrep -x munged >/dev/null || pass_over "a munged is running that is not ours"
command -v apt-get >/dev/null || pass_over "no apt-get to install slurm-wlm and munge with"
mkdir -p "$folder"/{state,spool,log}

if ! command -v slurmctld >/dev/null || ! command -v munged >/dev/null; then
  # Debian's packages would start their services at once.
  policy=/usr/sbin/policy-rc.d
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod +x $policy; touch "$folder/policy"; }
  apt-get update -qq >"$folder/log/apt.log" 2>&1 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge \
      >>"$folder/log/apt.log" 2>&1 || installed=no
  [ ! -e "$folder/policy" ] || rm "$policy"
  [ "${installed:-yes}" = yes ] || pass_over "apt-get can't install slurm-wlm and munge"
fi

getent hosts "$node" >/dev/null || pass_over "the machine's name $node has no address (/etc/hosts)"
# Snakemake's plugin finds the configuration at this path only.
mkdir -p /etc/slurm
touch "$folder/configured"
memory=$(awk '/MemTotal/ {print int($2 / 1024 * 0.8)}' /proc/meminfo)
cat >$configuration <<CONFIGURATION
ClusterName=test
SlurmctldHost=$node(127.0.0.1)
CommunicationParameters=NoInAddrAny
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MinJobAge=300
KillWait=5
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory State=UNKNOWN
PartitionName=debug Nodes=$node Default=YES MaxTime=01:00:00 State=UP
CONFIGURATION

install -d -o munge -g munge -m 755 /run/munge
runuser -u munge -- /usr/sbin/munged --pid-file=/run/munge/munged.pid
touch "$folder/munged"
for _ in $(seq 50); do munge -n 2>/dev/null | unmunge >/dev/null 2>&1 && break; sleep 0.1; done
slurmctld -f $configuration
slurmd -f $configuration -N "$node"
for _ in $(seq 100); do
  [ "$(sinfo -h -o %t 2>/dev/null | head -n 1)" != idle ] || exit 0
  sleep 0.2
done
tail -n 20 "$folder"/log/*.log >&2
echo "SLURM was installed and started, but its node is not idle after 20 s" >&2
exit 1

#!/usr/bin/env bash
# A Samba domain controller of corp.contoso.test for as long as standard input stays open: LDAP and its TLS and
# global-catalog ports on one address of 127.21.0.0/16, everything else in a folder of its own.
#
#   SAMBA_PASSWORD=… samba.sh     says "ready <address> <folder>" (the authority is <folder>/ca.pem), or fails with the reason
#
# Needs root and samba, samba-tool, ldb-tools and openssl; installs nothing. When standard input ends, even because
# whoever started this was killed, the controller is stopped and the folder removed.
set -euo pipefail

domain=corp.contoso.test
base=DC=corp,DC=contoso,DC=test
folder=$(mktemp -d /tmp/writeback-samba-XXXXXX)
controller=''
step='choosing an address'

clean_up() {
  local status=$?
  trap - EXIT
  if [ "$status" -ne 0 ]; then
    echo "Samba did not start: $step failed." >&4
    tail -n 20 "$folder"/*.log >&4 || true
  fi
  stop_controller
  rm -rf "$folder"
  exit "$status"
}

# By the id of the process that was started here, and by force if it has not gone after five seconds.
stop_controller() {
  [ -n "$controller" ] || return 0
  kill "$controller" 2>/dev/null || true
  for _ in $(seq 100); do
    kill -0 "$controller" 2>/dev/null || return 0
    sleep 0.05
  done
  kill -KILL "$controller" 2>/dev/null || true
}

answers() {
  (exec 3<>"/dev/tcp/$1/636") 2>/dev/null
}

# The ports cannot be configured, so each controller has an address to itself.
choose_address() {
  local number=$(($$ % 254 + 1))
  while answers "127.21.$number.1"; do
    number=$((number % 254 + 1))
  done
  address=127.21.$number.1
}

# Samba would make a key of its own at the first start, which takes two seconds and names no address. 127.0.0.1 is
# for tests that come through a proxy.
issue_certificate() {
  local curve=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
  openssl req -x509 "${curve[@]}" -days 2 -subj '/CN=Contoso Samba CA' -keyout "$folder/ca.key" -out "$folder/ca.pem" \
    -addext keyUsage=critical,keyCertSign
  openssl req "${curve[@]}" -subj "/CN=dc1.$domain" -keyout "$folder/dc.key" -out "$folder/dc.csr"
  chmod 600 "$folder"/*.key
  printf 'subjectAltName=DNS:dc1.%s,IP:%s,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' "$domain" "$address" >"$folder/names"
  openssl x509 -req -in "$folder/dc.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 2 \
    -extfile "$folder/names" -out "$folder/dc.pem"
}

# Debian's own smb.conf shares home folders and printers, and without folders of its own Samba would use /run/samba.
write_configuration() {
  mkdir "$folder/run" "$folder/ncalrpc"
  chmod 755 "$folder/ncalrpc"
  cat >"$folder/first.conf" <<CONFIGURATION
[global]
  netbios name = DC1
  realm = ${domain^^}
  workgroup = CORP
  server role = active directory domain controller
  server services = ldap
  interfaces = $address/8
  bind interfaces only = yes
  disable netbios = yes
  load printers = no
  log file = $folder/controller.log
  ldb:nosync = yes
  tls enabled = yes
  tls keyfile = $folder/dc.key
  tls certfile = $folder/dc.pem
  tls cafile = $folder/ca.pem
CONFIGURATION
}

provision() {
  timeout 60 samba-tool domain provision --configfile="$folder/first.conf" --targetdir="$folder" --realm="${domain^^}" \
    --domain=CORP --server-role=dc --host-name=dc1 --host-ip="$address" --adminpass="$SAMBA_PASSWORD" \
    --dns-backend=NONE --quiet
  sed -i "s#^\[global\]#&\n  pid directory = $folder/run\n  ncalrpc dir = $folder/ncalrpc#" "$folder/etc/smb.conf"
}

# Schemas before Windows Server 2016 lack the attribute that Cloud Sync marks its groups with.
complete_schema() {
  local sam=$folder/private/sam.ldb schema=CN=Schema,CN=Configuration,$base
  if ldbsearch -H "$sam" -b "$schema" '(lDAPDisplayName=msDS-ExternalDirectoryObjectId)' dn | grep -q ^dn; then
    return
  fi
  cat >"$folder/attribute.ldif" <<LDIF
dn: CN=ms-DS-External-Directory-Object-Id,$schema
changetype: add
objectClass: attributeSchema
attributeID: 1.2.840.113556.1.4.2310
attributeSyntax: 2.5.5.12
oMSyntax: 64
isSingleValued: TRUE
rangeUpper: 256
searchFlags: 9
isMemberOfPartialAttributeSet: TRUE
lDAPDisplayName: msDS-ExternalDirectoryObjectId
adminDisplayName: ms-DS-External-Directory-Object-Id
schemaIDGUID:: kL8pva1m4UCIexDfBwQZpg==
LDIF
  cat >"$folder/class.ldif" <<LDIF
dn: CN=Mail-Recipient,$schema
changetype: modify
add: mayContain
mayContain: msDS-ExternalDirectoryObjectId
LDIF
  for change in attribute class; do
    ldbmodify -H "$sam" --option='dsdb:schema update allowed=true' "$folder/$change.ldif"
  done
}

# Samba ends its whole process group with itself, and ends when a pipe on its standard input does.
start_controller() {
  setsid samba --foreground --no-process-group --model=single --configfile="$folder/etc/smb.conf" \
    </dev/null >"$folder/output.log" 2>&1 3>&- 4>&- &
  controller=$!
  for _ in $(seq 300); do
    if answers "$address"; then
      return
    fi
    kill -0 "$controller"
    sleep 0.05
  done
  return 1
}

trap clean_up EXIT
exec 3>&1 4>&2 >"$folder/provision.log" 2>&1
choose_address
step='making a certificate'
issue_certificate
step='writing the configuration'
write_configuration
step='provisioning the domain'
provision
step='completing the schema'
complete_schema
step='starting the controller'
start_controller
echo "ready $address $folder" >&3
cat

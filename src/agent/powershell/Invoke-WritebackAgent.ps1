#Requires -Version 5.1
<#
.SYNOPSIS
  Tells the schedule of Microsoft Entra Connect, or starts one delta cycle. Nothing else.
.DESCRIPTION
  Run by the Writeback agent with fixed arguments. Prints exactly one JSON object and ends with exit code 0;
  what went wrong is part of the object. The shapes are those that src/agent/sync-script.ts parses:
    {"kind":"status", ...}
    {"kind":"started"} | {"kind":"already-running"}
    {"kind":"refused","why":"busy|suspended|staging|disabled|denied"}
    {"kind":"error","message":"..."}
  Rights: member of the local group ADSyncOperators on the sync server, or of the role of the JEA endpoint.
  https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler
#>
[CmdletBinding()]
param(
  [Parameter(Mandatory = $true)]
  [ValidateSet('status', 'startDelta')]
  [string] $Action,

  # The sync server, when its JEA endpoint WritebackAgent is used from another machine.
  [ValidatePattern('^[A-Za-z0-9]([A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$')]
  [string] $ComputerName
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

function Get-Schedule {
  if ($ComputerName) {
    return Invoke-Command -ComputerName $ComputerName -ConfigurationName WritebackAgent -ScriptBlock { Get-ADSyncScheduler }
  }
  return Get-ADSyncScheduler
}

function Get-Runs {
  if ($ComputerName) {
    return Invoke-Command -ComputerName $ComputerName -ConfigurationName WritebackAgent -ScriptBlock { Get-ADSyncRunProfileResult -NumberRequested 40 }
  }
  return Get-ADSyncRunProfileResult -NumberRequested 40
}

function Start-Delta {
  if ($ComputerName) {
    return Invoke-Command -ComputerName $ComputerName -ConfigurationName WritebackAgent -ScriptBlock { Start-ADSyncSyncCycle -PolicyType Delta }
  }
  return Start-ADSyncSyncCycle -PolicyType Delta
}

# The scheduler and the run history keep UTC; a date that says of itself that it is local is converted.
function ConvertTo-Iso([datetime] $Date) {
  if ($Date.Kind -eq [System.DateTimeKind]::Local) {
    $Date = $Date.ToUniversalTime()
  }
  return $Date.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [System.Globalization.CultureInfo]::InvariantCulture)
}

# The last finished export to Active Directory, and the last import from Entra before it: what was in Entra when that
# import began has been exported. Undefined where the history may not be read, or does not show both.
function Get-LastCycle {
  try {
    $runs = @(Get-Runs | Where-Object { $_.IsRunComplete } | Sort-Object -Property StartDate -Descending)
    $export = $runs |
      Where-Object { $_.RunProfileName -eq 'Export' -and $_.ConnectorName -notlike '* - AAD' } |
      Select-Object -First 1
    if ($null -eq $export) { return $null }
    $import = $runs |
      Where-Object { $_.RunProfileName -like '*Import' -and $_.ConnectorName -like '* - AAD' -and $_.StartDate -lt $export.StartDate } |
      Select-Object -First 1
    if ($null -eq $import) { return $null }
    return [ordered]@{ startedAt = ConvertTo-Iso $import.StartDate; finishedAt = ConvertTo-Iso $export.EndDate }
  }
  catch {
    return $null
  }
}

function Get-Status {
  $schedule = Get-Schedule
  $status = [ordered]@{
    kind         = 'status'
    intervalText = ([timespan] $schedule.CurrentlyEffectiveSyncCycleInterval).ToString('c')
    enabled      = [bool] $schedule.SyncCycleEnabled
    staging      = [bool] $schedule.StagingModeEnabled
    suspended    = [bool] $schedule.SchedulerSuspended
    inProgress   = [bool] $schedule.SyncCycleInProgress
  }
  if ($schedule.NextSyncCycleStartTimeInUTC) {
    $next = [datetime]::SpecifyKind([datetime] $schedule.NextSyncCycleStartTimeInUTC, [System.DateTimeKind]::Utc)
    $status.nextStartAt = ConvertTo-Iso $next
  }
  $last = Get-LastCycle
  if ($null -ne $last) { $status.lastCycle = $last }
  return $status
}

# What the scheduler says of itself comes first: its own refusals are texts that differ between versions.
function Invoke-Start {
  $schedule = Get-Schedule
  if ($schedule.StagingModeEnabled) { return @{ kind = 'refused'; why = 'staging' } }
  if ($schedule.SyncCycleInProgress) { return @{ kind = 'already-running' } }
  if ($schedule.SchedulerSuspended) { return @{ kind = 'refused'; why = 'suspended' } }
  if (-not $schedule.SyncCycleEnabled) { return @{ kind = 'refused'; why = 'disabled' } }
  $null = Start-Delta
  return @{ kind = 'started' }
}

# Known texts: "Sync is already running. Cannot start a new run till this one completes.",
# "Connector: contoso.onmicrosoft.com - AAD is busy."
function ConvertTo-Failure([System.Management.Automation.ErrorRecord] $Failure) {
  $text = [string] $Failure.Exception.Message
  switch -Regex ($text) {
    'already running|in progress' { return @{ kind = 'already-running' } }
    'is busy|\bbusy\b'            { return @{ kind = 'refused'; why = 'busy' } }
    'suspend'                     { return @{ kind = 'refused'; why = 'suspended' } }
    'staging'                     { return @{ kind = 'refused'; why = 'staging' } }
    'scheduler is disabled|SyncCycleEnabled' { return @{ kind = 'refused'; why = 'disabled' } }
    'access is denied|unauthorized|permission|not authorized' { return @{ kind = 'refused'; why = 'denied' } }
  }
  if ($Failure.Exception -is [System.UnauthorizedAccessException]) {
    return @{ kind = 'refused'; why = 'denied' }
  }
  return @{ kind = 'error'; message = $text.Substring(0, [Math]::Min(900, $text.Length)) }
}

try {
  if (-not $ComputerName) {
    Import-Module ADSync
  }
  if ($Action -eq 'status') { $answer = Get-Status } else { $answer = Invoke-Start }
}
catch {
  $answer = ConvertTo-Failure $_
}

# Without the console's code page, which would change letters beyond ASCII; and without its byte order mark.
$bytes = (New-Object System.Text.UTF8Encoding($false)).GetBytes((ConvertTo-Json -InputObject $answer -Compress -Depth 4))
$out = [System.Console]::OpenStandardOutput()
$out.Write($bytes, 0, $bytes.Length)
$out.Flush()
exit 0

"""What commands about calls, projects and requests for grants are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

GRANT_OPERATION_TEXTS: dict[str, str] = {
    "grant_call.added": N_("call for projects “{name}” recorded"),
    "grant_call.changed": N_("call for projects “{name}” changed"),
    "grant_call.closed": N_("call for projects “{name}” closed"),
    "grant_call.removed": N_("call for projects “{name}” removed"),
    "grant_call.reopened": N_("call for projects “{name}” opened again"),
    "grant_profile.kept": N_("what requests for grants say of the association"),
    "grant_project.activity_made": N_("activity made for the project “{name}”"),
    "grant_project.added": N_("project “{name}” recorded"),
    "grant_project.changed": N_("project “{name}” changed"),
    "grant_project.lines_set": N_("budget of the project “{name}”"),
    "grant_project.removed": N_("project “{name}” removed"),
    "grant_request.added": N_("request for a grant “{name}” recorded"),
    "grant_request.attached": N_("file kept with a grant: {name}"),
    "grant_request.changed": N_("request for a grant “{name}” changed"),
    "grant_request.detached": N_("file of a grant taken off: {name}"),
    "grant_request.eligible_set": N_("eligible costs of the grant “{name}”"),
    "grant_request.granted": N_("request for a grant “{name}” granted"),
    "grant_request.instalments_set": N_("instalments of the grant “{name}”"),
    "grant_request.refused": N_("request for a grant “{name}” refused"),
    "grant_request.removed": N_("request for a grant “{name}” removed"),
    "grant_request.reopened": N_("request for a grant “{name}” taken a step back"),
    "grant_request.report_sent": N_("report of the grant “{name}” sent"),
    "grant_request.report_unsent": N_("report of the grant “{name}” not sent after all"),
    "grant_request.report_written": N_("words of the report of the grant “{name}”"),
    "grant_request.sent": N_("request for a grant “{name}” sent"),
    "grant_request.withdrawn": N_("request for a grant “{name}” withdrawn"),
}

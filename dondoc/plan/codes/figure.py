"""Faults of figures and objectives (K4, W4)."""

from __future__ import annotations

from dondoc.plan.codes.kind import FaultKind

FIGURE_KINDS = (
    FaultKind(
        "K401",
        'no task and no cycle asks for a figure "{value}"',
        "add the figure to a task, or correct its id",
        "An objective can only be measured by what agencies report.",
        "measure: {figure: lopp, of: [so-a], goal: 10}",
        near='write "{near}", or add the figure to a task',
    ),
    FaultKind(
        "K402",
        'the figure "{value}" differs from that of {other} in {what}',
        "write the same name, unit and kind, or give this figure another id",
        "Figures with one id are added up.",
        "1: {figures: {lop: {unit: lớp}}}\n2: {figures: {lop: {unit: cuộc}}}",
    ),
    FaultKind(
        "K403",
        'the goal {goal} does not suit the figure "{value}", which is {kind}',
        "write a percentage such as 100% for yes/no figures, a number for counts",
        "Yes/no answers give a share of agencies, counts give a sum.",
        "measure: {figure: lop, of: [so-a], goal: 100%}",
    ),
    FaultKind(
        "K404",
        "a goal of {goal} cannot be reached",
        "write a percentage up to 100%",
        "A share of agencies is at most all of them.",
        "goal: 150%",
    ),
    FaultKind(
        "W401",
        'nobody named here is asked for the figure "{value}"',
        "name agencies or groups that are asked for it, or ask them: as lead of the task, or in the cycle",
        "The objective would stay without any answer.",
        "1: {lead: so-a, figures: {lop: …}}\nmeasure: {figure: lop, of: [so-b], goal: 10}",
    ),
)

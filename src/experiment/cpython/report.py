# ---- The report ---------------------------------------------------------------------------------
# What the playground's page imports. It reckons the statistics anew, by its own methods.


def report_of(started_at, duration, cells, step, drift_ms):
    cells = sorted(cells, key=lambda cell: (PLAN["models"].index(cell.model), cell.workers))
    results = [result_of(cell, baseline_of(cell, cells), step) for cell in cells]
    during_ms = statistics.median(cells[0].times())
    ratio = drift_ms / during_ms if are_measured([during_ms, drift_ms], step) else 1.0
    return {
        "format": FORMAT,
        "startedAt": started_at * 1e3,
        "durationMs": duration * 1e3,
        "environment": environment(step),
        "plan": {**PLAN, "source": PROGRAM},
        "results": results,
        "mismatches": mismatches(cells),
        "drift": {"duringMs": during_ms, "endMs": drift_ms, "ratio": ratio},
        "scaling": [],
        "signs": [],
        "narrative": "",
    }


def baseline_of(cell, cells):
    """The sequential run of the same work."""
    return next(c for c in cells if c.model == "sequential" and c.workers == cell.workers)


def result_of(cell, baseline, step):
    parts = ["startUpMs", "copyInMs", "computeMs", "copyOutMs", "joinMs", "totalMs"]
    is_compared = cell is not baseline and are_measured(cell.times() + baseline.times(), step)
    median = {part: statistics.median(sample[part] for sample in cell.samples) for part in parts}

    def ratio(**which):
        return speedup(baseline.times(**which), cell.times(**which)) if is_compared else None

    return {
        "model": cell.model,
        "workers": cell.workers,
        "warmupMs": cell.warmup_ms,
        "samples": cell.samples,
        "median": median,
        "handOffs": None,
        "speedup": ratio(),
        "speedupWithStartUp": ratio(with_start_up=True),
        "tasks": cell.tasks[0],
        "heapBytes": None,
        "summary": cell.summaries[0],
        "trace": None,
        "tracedSample": None,
    }


def mismatches(cells):
    """Task results that differ from the first sequential ones, each once."""
    found = []
    for cell in cells:
        expected = baseline_of(cell, cells).tasks[0]
        for task, right in ((t, r) for tasks in cell.tasks for t, r in zip(tasks, expected)):
            mismatch = {
                "model": cell.model,
                "workers": cell.workers,
                "worker": task["worker"],
                "expected": right["result"],
                "found": task["result"],
            }
            if task["result"] != right["result"] and mismatch not in found:
                found.append(mismatch)
    return found


def environment(step):
    return {
        "isolated": False,
        "cores": cores(),
        "timerStepUs": step * 1e6,
        "build": "cpython",
        "version": platform.python_version(),
        "userAgent": f"{python()}, {platform.platform()}",
    }


def python():
    build = "with the GIL" if has_gil() else "free-threaded"
    return f"{platform.python_implementation()} {platform.python_version()} {build}"


def cores():
    """Those that this process may use, where the platform tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def print_table(report):
    row = "{:<16} {:>7} {:>11} {:>12} {:>8}   {:<14} {}"
    head = ["model", "workers", "median ms", "start-up ms", "speedup", "95 % interval", "results"]
    print(row.format(*head))
    wrong = {(mismatch["model"], mismatch["workers"]) for mismatch in report["mismatches"]}
    for result in report["results"]:
        start_up_ms = result["median"]["startUpMs"]
        ratio = result["speedup"]
        print(
            row.format(
                result["model"],
                result["workers"],
                f"{result['median']['totalMs'] - start_up_ms:,.1f}",
                f"{start_up_ms:,.1f}",
                f"{ratio['value']:.2f}x" if ratio else "",
                f"{ratio['low']:.2f} to {ratio['high']:.2f}" if ratio else "",
                "DIFFER" if (result["model"], result["workers"]) in wrong else "agree",
            )
        )
    print("median without start-up; speedup against sequential with the same work, likewise")
    if any(r["speedup"] is None and r["model"] != "sequential" for r in report["results"]):
        print("no speedup where a run is too short to compare: raise the program's size")
    for mismatch in report["mismatches"]:
        text = "{model} with {workers}, worker {worker}: {found:.60} instead of {expected:.60}"
        print(text.format(**mismatch))
    print(f"{report['environment']['userAgent']}, {cores()} cores")

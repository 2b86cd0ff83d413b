# ---- The command line ---------------------------------------------------------------------------


def main():
    options = parse()
    PLAN["samples"] = options.samples
    PLAN["workers"] = options.workers
    refused = {model: why_not(model) for model in options.models if why_not(model)}
    chosen = {"sequential", *options.models} - refused.keys()
    PLAN["models"] = [model for model in MODELS if model in chosen]
    started_at, began = time.time(), clock()
    tell = show if sys.stderr.isatty() and not options.quiet else lambda text: None
    with contextlib.redirect_stdout(OUTPUT):
        try:
            measured = measure(tell)
        finally:
            tell("")
    report = report_of(started_at, clock() - began, *measured)
    sys.stdout.reconfigure(errors="backslashreplace")  # Not every terminal shows every result.
    print_table(report)
    if not options.quiet:
        for model, reason in refused.items():
            print(f"left out: {model} ({reason})")
    try:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(report, file, allow_nan=False)
    except OSError as error:
        sys.exit(f"The report was not written: {error}")
    if not options.quiet:
        print(f"report: {options.json}")


def parse():
    parser = argparse.ArgumentParser(
        description="Runs the program under several concurrency models, and compares their times.",
        epilog=f"Ctrl-C ends it, also a program that never ends. Made by {MADE_BY}.",
    )

    def option(name, help, **how):
        parser.add_argument(name, help=f"{help} (default: %(default)s)", **how)

    def samples(text):
        return number(text, 1000)

    def workers(text):
        return sorted({number(part, 64) for part in text.split(",")})

    def number(text, most):
        if not (text.isdecimal() and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {most}")
        return int(text)

    def models(text):
        for model in text.split(","):
            if model not in MODELS:
                raise argparse.ArgumentTypeError(f"{model!r} is none of {', '.join(MODELS)}")
        return text.split(",")

    # The plan is the playground's, which does not run subinterpreters itself. They can run what
    # processes can: both share no objects.
    planned = dict.fromkeys(PLAN["models"])
    if "process" in planned:
        planned["subinterpreters"] = None
    counts = ",".join(map(str, PLAN["workers"]))
    build = "{}.{}".format(*sys.version_info) + ("" if has_gil() else "t")
    option("--samples", "timed runs of each model", type=samples, default=PLAN["samples"])
    option("--workers", "numbers of workers, as in 1,2,4", type=workers, default=counts)
    known = f"some of {', '.join(MODELS)}, as in gil,process"
    option("--models", known, type=models, default=",".join(planned))
    option("--json", "where to write the report", default=f"{NAME}-cpython-{build}.json")
    parser.add_argument("--quiet", help="print the table alone", action="store_true")
    return parser.parse_args()


def show(text):
    """Shows how far it has come, in place of what was shown before."""
    print(f"\r{text:<60}\r{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except ProgramFailed as failed:
        sys.exit("The program raised {}:\n{}".format(*failed.args))
    except concurrent.futures.BrokenExecutor as broken:
        sys.exit(f"A worker was lost: {broken}")
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr, flush=True)
        running = multiprocessing.active_children()
        for process in running:
            process.terminate()
        if not running:
            os._exit(130)  # Without waiting for threads, which nothing can stop.
        sys.exit(130)

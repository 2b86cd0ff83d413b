import getopt

LINES = [
    ["-a", "-b", "x", "y", "-c"],
    ["-abval", "rest"],
    ["--long", "3", "--flag", "z"],
    ["--long=3", "--fl=1"],
    ["--fla", "x", "-a"],
    ["--", "-a"],
    ["-", "-a"],
    ["-z"],
    ["-b"],
    ["--zz"],
    ["--long"],
    ["--fl"],
]
for args in LINES:
    for parse in getopt.getopt, getopt.gnu_getopt:
        for short in "ab:c", "+ab:":
            try:
                print(args, parse(list(args), short, ["long=", "flag", "flat"]))
            except getopt.GetoptError as error:
                print(args, error, repr(error.opt), error.msg)

import stat

for mode in (0o100644, 0o40755, 0o104755, 0o41777, 0o120777, 0o102000, 0o20600, 0o10600, 0o140000, 0o60000, 0):
    kinds = [stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISLNK(mode), stat.S_ISFIFO(mode), stat.S_ISSOCK(mode)]
    print(stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), kinds)
print(stat.ST_SIZE, stat.S_IRWXU, stat.S_IXOTH, stat.S_ISUID)

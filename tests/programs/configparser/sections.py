import configparser
import io

TEXT = """[DEFAULT]
ServerAliveInterval = 45
Compression = yes
home = /home/u
[forge.example]
User = hg
# comment
; another
[top.server.example]
Port: 50022
ForwardX11 = no
path = %(home)s/x
multi = a
   b

   c
pct = 50%%
[Empty]
"""


def tried(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


config = configparser.ConfigParser()
config.read_string(TEXT)
top = config["top.server.example"]
print(config.sections(), top["port"], top.getint("Port"), dict(config["forge.example"]))
print("forge.example" in config, "nope" in config, list(config), len(config), config["Empty"])
for key in top:
    print(key, repr(top[key]))
print(config.items("top.server.example"))
print(config.items("Empty", raw=True), config.defaults())
forge = config["forge.example"]
print(config.getboolean("forge.example", "compression"), forge.get("x"), forge.get("x", "d"))
print(config.get("forge.example", "zz", fallback=3))
config["new"] = {"a": "1", "B": "two"}
config.set("new", "k", "v")
config["new"]["z"] = "%(a)s+1"
for spaces in True, False:
    file = io.StringIO()
    config.write(file, space_around_delimiters=spaces)
    print(file.getvalue())
for call in (
    lambda: config.get("no", "a"),
    lambda: config.get("new", "nope"),
    lambda: config["no"],
    lambda: config["new"]["no"],
    lambda: config.add_section("new"),
    lambda: config.add_section("DEFAULT"),
    lambda: config.set("new", "a", 1),
    lambda: config.set("new", "a", "%x"),
    lambda: config.getint("new", "b"),
    lambda: config.getboolean("new", "b"),
):
    tried(call)
print(config.remove_option("new", "a"), config.remove_option("new", "a"), config.remove_section("new"))

SOURCES = ["a=1\n", "[x]\na=1\na=2\n", "[x]\n[x]\n", "[x]\na=%(b)s\n", "[x]\na=%(a)s\n", "[x]\na=%z\n", "[x]\na\n"]
for source in SOURCES:
    config = configparser.ConfigParser()
    tried(lambda: config.read_string(source) or config.get("x", "a"))

config = configparser.ConfigParser(
    allow_no_value=True, inline_comment_prefixes=("#", ";"), interpolation=configparser.ExtendedInterpolation()
)
config.read_string("[p]\nflag\nv = 3 ; c\nw= a#b\n[q]\nr = ${p:v}\ns = $$5\n")
print(dict(config["p"]), dict(config["q"]))
raw = configparser.RawConfigParser()
raw.optionxform = str
raw.read_dict({"S": {"Key": 1, "K2": "%(x)s"}})
print(raw.items("S"), raw["S"].name)
listed = configparser.ConfigParser(converters={"list": lambda text: [part.strip() for part in text.split(",")]})
listed.read_string("[l]\nv=a, b,c\n")
print(listed.getlist("l", "v"), listed["l"].getlist("v"), listed.read("nofile.ini"), listed["l"].getint("q", 5))

import json
import json.decoder
from json.decoder import JSONDecodeError

try:
    json.loads("{x")
except json.decoder.JSONDecodeError as error:
    print(error, error.pos, JSONDecodeError is json.JSONDecodeError)

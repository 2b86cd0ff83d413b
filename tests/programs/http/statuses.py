from http import HTTPMethod, HTTPStatus

print(HTTPStatus.NOT_FOUND, repr(HTTPStatus.OK), HTTPStatus(503).phrase, HTTPStatus["CREATED"].value, HTTPStatus.OK == 200)
print(HTTPStatus.TOO_MANY_REQUESTS.description, len(HTTPStatus), f"{HTTPStatus.GONE}", HTTPStatus.IM_A_TEAPOT.name)
print(HTTPMethod.GET, repr(HTTPMethod.POST), [method.value for method in HTTPMethod])
print([status for status in HTTPStatus if status >= 510])
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)

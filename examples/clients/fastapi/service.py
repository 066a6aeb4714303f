"""A service that decides about loans and can be asked why not to."""

import os
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from ombud.client import Client, WebhookReceiver
from pydantic import BaseModel

# What cannot be sent waits in the file and is sent later, in order; also after a crash.
ombud = Client(os.environ["OMBUD_URL"], os.environ["OMBUD_KEY"], "loans", spool="decisions.spool")
receive = WebhookReceiver(os.environ.get("OMBUD_WEBHOOK_SECRET", ""), lambda message: print("told:", message["payload"]))


@asynccontextmanager
async def lifespan(_: FastAPI):
    yield
    ombud.close()


app = FastAPI(lifespan=lifespan)


class Application(BaseModel):
    applicant: str
    income: float
    purpose: str
    sex: str


@app.post("/applications")
def apply(application: Application, response: Response):
    if not ombud.may_decide():
        response.status_code = 503
        return {"decided": False, "why": "a person looks at it"}
    decision = "yes" if application.income >= 2000 else "no"
    outcome = ombud.record(
        {
            "subject": application.applicant,
            "decision": decision,
            "inputs": {"income": application.income, "purpose": application.purpose},
            "attributes": {"sex": application.sex},
            "model": "income-rule-1",
        }
    )
    # A decision that is on no disk must have no effect.
    if outcome["state"] == "refused":
        response.status_code = 500
        return {"decided": False, "why": outcome["title"]}
    return {"decided": True, "decision": decision, "entry": outcome.get("index")}


@app.post("/hooks")
async def hooks(request: Request):
    return Response(status_code=receive(request.headers, await request.body()))

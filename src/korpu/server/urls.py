"""Where pages live, and which page shows when one is not there or something of ours failed."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("korpu.web.urls"))]
handler400 = "korpu.web.views.problem.bad_request"
handler403 = "korpu.web.views.problem.forbidden"
handler404 = "korpu.web.views.problem.not_found"
handler500 = "korpu.web.views.problem.our_fault"

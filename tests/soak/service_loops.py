"""Kill loops over the services, without and with the PDF process."""

from tests.soak.killing import kill_loop, services_scenario


def services(folder, times, seed, say):
    return kill_loop(services_scenario(), folder, times or 1000, seed=seed, said=say)


def services_with_pdf(folder, times, seed, say):
    return kill_loop(services_scenario(with_pdf=True), folder, times or 100, seed=seed, said=say)


LOOPS = {"services": services, "services with PDFs": services_with_pdf}

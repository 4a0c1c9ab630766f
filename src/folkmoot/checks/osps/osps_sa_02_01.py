"""OSPS-SA-02.01: the interfaces are described.

Question:
    Are all interfaces that a release offers to the outside described?

Why it matters:
    An interface nobody described is used in ways that nobody meant.

How it is counted:
    Reference documentation of an API, of commands or of configuration: folders, files in known formats
    (OpenAPI, protocol buffers, manual pages), or headings with something below them.

What it does not tell:
    Whether all interfaces are described, and reference documentation that is only made when the site is
    built.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-sa-0201
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        there(
            r"(?!.*cmakelists\.txt)(docs?|documentation|website|site|api|reference)/(.+/)?(api|reference|rest|cli|"
            r"commands|cmdline-opts|configuration|config|options)([-_./].*)?\.(md|rst|txt|adoc|"
            r"mdx|d|html)|(.+/)?(openapi|swagger)([-_.][\w-]+)*\.(ya?ml|json)|(.+/)?asyncapi\.ya?ml|"
            r"(.+/)?[^/]+\.(proto|graphqls|wsdl)|(man|docs?/man|doc)/.+\.[1-8](\.\w+)?|(docs?|"
            r"documentation)/(source/)?(api|reference|cli|usage|commands)(\.\w+)?",
            "{path} describes an interface.",
        ),
        told(
            headings=r"\bapi\b|^(command[- ]line )?(interface|usage|options|commands|reference|flags|"
            r"arguments|parameters|configuration)( reference| options)?$|configuration (options|"
            r"reference)|environment variables|public interface|endpoints|methods",
            where=r"^(?!.*(upgrad|migrat))",
        ),
        attested("project.documentation.detailed-guide"),
    ),
    remedy=("Write or generate a reference of what users call: functions, commands, options, files, ports."),
    effort="a day",
    settle=(
        "Link the reference from the README under “API” or “Configuration”, or add "
        "`project.documentation.detailed-guide` to SECURITY-INSIGHTS.yml."
    ),
    once_released=True,
)

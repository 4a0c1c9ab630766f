"""What a path holds, told by its name: the places and names that people really use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.content import TOP_LEVEL, Content, classify
from folkmoot.model.locales import locale_of

KINDS = {
    Content.CODE: """
        main.c src/flask/app.py lib/url.c packages/vue/src/index.ts bin/run
        contrib/completion/git-completion.bash src/rustdoc/doc/render.rs languages/ml/parser.js
        lang/go/lexer.go src/i18n/index.ts babel/messages/plurals.py app/models/latest.rb protest.py
        contest/solve.c src/unknown.ending website/src/App.vue src/attestation.go
        src/history.js src/security.go lib/readme-parser.py
        abbott-tests-are-fun/x.c src/spec.rs git-gui/lib/spellcheck.tcl
    """,
    Content.DOCUMENTATION: """
        thesis/references.bib vignettes/intro.Rmd letter.docx
        README README.md LICENSE COPYING.LESSER LICENSE-MIT docs/index.rst docs/conf.py
        docs/logo.png Documentation/git.adoc CHANGES.rst examples/tutorial/app.py man/git.1 tool.1
        AUTHORS docs/tests/notes.md contributors/guide/README.md spec/protocol.md
        design/testing/flaky.md i18n/README.md docs/en/index.md .github/ISSUE_TEMPLATE/bug.md
        po/README.md docs/specs/is.md docs/test_conf.py design/guide.MD specs/protocol.md
        Spec/protocol.md README.mkdn notes/plan.mdown
    """,
    Content.TEST: """
        tests/test_app.py test/unit/core.js t/t0000-basic.sh t/t0200/is.po src/app.test.ts
        src/app.spec.tsx pkg/api/server_test.go src/main/AppTest.java Sources/AppTests.swift
        conftest.py sympy/core/tests/test_add.py packages/vue/__tests__/a.ts
        tests/locale/de/LC_MESSAGES/messages.po spec/models/user_spec.rb
        examples/tutorial/tests/test_auth.py packages-private/dts-test/ref.test-d.ts polls/tests.py
        tests/README.md Test_app.py TEST_APP.PY autotests/mootjob.cpp
        tests/data/x.json testdata/a.png e2e/login.ts tests-integration/run.sh
    """,
    Content.CI: """
        .github/workflows/tests.yaml .gitlab-ci.yml .travis.yml ci/install.sh .circleci/config.yml
        appveyor.yml azure-pipelines.yml .readthedocs.yaml .github/scripts/spellcheck.pl Jenkinsfile
    """,
    Content.TRANSLATION: """
        po/de.po po/git.pot po/TEAMS locales/pt-BR.json res/values-fr/strings.xml docs/zh/index.md
        docs/translations/zh/guide/a.md README.zh-CN.md locale/de/LC_MESSAGES/django.po i18n/en.json
    """,
    Content.BUILD: """
        Makefile lib/Makefile.am CMakeLists.txt setup.py pyproject.toml package.json pnpm-lock.yaml
        go.sum requirements.txt requirements/dev.txt configure.ac Dockerfile Dockerfile.dev
        rollup.config.js m4/curl.m4 debian/control foo.gemspec meson.build tox.ini po/meson.build
    """,
    Content.CONFIGURATION: """
        .gitignore .editorconfig OWNERS sig-node/OWNERS CODEOWNERS tsconfig.json
        packages/a/tsconfig.build.json .vscode/settings.json renovate.json settings.ini .eslintrc.js
        art/hero.png.import Assets/Hut.prefab.meta
        py.typed po/.gitattributes .github/ISSUE_TEMPLATE/config.yml
    """,
    Content.DATA: """
        test_rows.csv conftest.bin data/ballots.csv fonts/map.json dump.sql.gz elections/2020/BALLOTS.csv
        schema.xml money.xlsx data/a.rda
    """,
    Content.MEDIA: """
        level/door.glb art/hero.blend main.tscn Assets/Hut.prefab figures/a.eps sky.hdr
        LOGO.PNG test_page.png logo.png icons/svg/pod.svg assets/font.woff2 site/video.mp4 favicon.ico
    """,
}


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for kind, names in KINDS.items() for name in names.split()]
)
def test_kind(name: str, kind: Content) -> None:
    assert classify(name).content == kind


@pytest.mark.parametrize(
    ("name", "locale"),
    [
        ("po/de.po", "de"),
        ("po/is.po", "is"),
        ("git-gui/po/pt_br.po", "pt-BR"),
        ("locales/pt-BR.json", "pt-BR"),
        ("locales/id.json", "id"),
        ("app/src/main/res/values-fr/strings.xml", "fr"),
        ("res/values-pt-rBR/strings.xml", "pt-BR"),
        ("res/values-b+sr+Latn/strings.xml", "sr-Latn"),
        ("docs/translations/zh/guide/a.md", "zh"),
        ("README.zh-CN.md", "zh-CN"),
        ("README_kr.rst", "ko"),
        ("docs/README-ja.md", "ja"),
        ("docs/de/index.md", "de"),
        ("Documentation/pt_BR/gittutorial.txt", "pt-BR"),
        ("django/conf/locale/sr_Latn/LC_MESSAGES/django.po", "sr-Latn"),
        ("translations/messages.fr.yaml", "fr"),
        ("src/main/i18n/messages_es.properties", "es"),
        ("ios/de.lproj/Localizable.strings", "de"),
        ("resources/lang/it/auth.php", "it"),
        ("src/locales/uk.ts", "uk"),
        ("website/i18n/ru/docusaurus-theme/navbar.json", "ru"),
        ("content/guide.fr.md", "fr"),
        ("lib/l10n/app_hi.arb", "hi"),
        ("src/de.po", "de"),
        ("poqm/sr@latin/moot6_qt.po", "sr-Latn"),
        ("plugins/moot/fr/moot.xlf", "fr"),
        ("src/app.pt-BR.xlf", "pt-BR"),
        ("lang/fr.json", "fr"),
        ("languages/pt-BR/app.json", "pt-BR"),
        ("README.fr.txt", "fr"),
        ("readme_fr.md", "fr"),
        ("i18n/de/lang/TEAMS", "de"),
        ("ui/i18n/src/main/res/values-pt-rBR/strings.xml", "pt-BR"),
        ("l10n/de.lproj/Localizable.strings", "de"),
        ("docs/ko/templates/module.d.ts.md", "ko"),
        ("locales/pt/app.pt-BR.json", "pt-BR"),
        ("po/mjw.po", "mjw"),
    ],
)
def test_the_language_of_a_translation(name: str, locale: str) -> None:
    assert classify(name) == (classify(name).directory, Content.TRANSLATION, locale)


@pytest.mark.parametrize(
    "name",
    [
        "it/main.py",
        "is/check.js",
        "id/generate.go",
        "src/it/IntegrationIT.java",
        "docs/io/files.md",
        "docs/ml/training.md",
        "docs/ci/setup.md",
        "docs/en/index.md",
        "res/values-night/colors.xml",
        "res/values-v21/styles.xml",
        "res/values-sw600dp/dimens.xml",
        "languages/ml/parser.js",
        "README.ts.md",
        "src/languages/pl.js",
        "notes-to.md",
        "how-to.md",
        "ios/Base.lproj/Main.storyboard",
        "src/i18n/index.ts",
        "tests/locale/de/LC_MESSAGES/messages.po",
        "lang/go/lexer.go",
        "lang/fr.py",
        "assets/logo.fr.png",
        "robots.fr.txt",
        "guide-fr.md",
        "languages/pt/app.json",
    ],
)
def test_words_that_look_like_languages_are_none(name: str) -> None:
    assert classify(name).locale == ""


@pytest.mark.parametrize(
    ("name", "directory"),
    [
        ("README.md", TOP_LEVEL),
        ("docs/guide/a.md", "docs"),
        ("src/flask/app.py", "src/flask"),
        ("src/flask/json/tag.py", "src/flask"),
        ("src/core.js", "src"),
        ("packages/runtime-core/src/a.ts", "packages/runtime-core"),
        ("lib/vtls/openssl.c", "lib/vtls"),
        ("lib/url.c", "lib"),
        ("sympy/core/add.py", "sympy"),
        ("Lib/asyncio/base.py", "Lib/asyncio"),
    ],
)
def test_the_directory_a_path_is_counted_under(name: str, directory: str) -> None:
    assert classify(name).directory == directory


@given(st.text(alphabet=st.sampled_from("ab/._-Ztdesr0\n\x00é�"), max_size=40) | st.text(max_size=60))
def test_any_text_is_classified_into_the_closed_list(name: str) -> None:
    found = classify(name)
    assert found.content in set(Content)
    assert type(found.content) is str
    assert found.directory
    assert found.locale == "" or locale_of(found.locale) == found.locale
    assert not found.locale or found.content == Content.TRANSLATION


@given(st.text(alphabet="abcdest", min_size=1, max_size=8), st.sampled_from(["tests", "docs", "po", "src"]))
def test_the_same_name_is_always_classified_alike(stem: str, folder: str) -> None:
    name = f"{folder}/{stem}.py"
    assert classify(name) == classify(name)


def test_folders_of_a_container_are_counted_one_level_deeper_whatever_its_case() -> None:
    assert classify("SRC/flask/json/tag.py").directory == "SRC/flask"
    assert classify("docs/flask/json/tag.py").directory == "docs"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("i18n/strings/codes.csv", Content.TRANSLATION),
        ("strings/codes.csv", Content.DATA),
        ("po/codes.csv", Content.TRANSLATION),
        ("po/tool", Content.TRANSLATION),
        ("po/tool.py", Content.CODE),
    ],
)
def test_lists_beside_catalogues_belong_to_them(name: str, kind: Content) -> None:
    """Only where translations are kept for certain: a folder of strings may hold any strings."""
    assert classify(name).content == kind

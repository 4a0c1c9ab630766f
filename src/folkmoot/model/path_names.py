"""Names of folders, files and endings by which the content of a path is told. Closed lists, lower case."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


CONTAINERS = words(
    """
    app apps cmd components contrib crates extensions internal lib libraries libs modules package
    packages packages-private pkg plugins projects services source sources src staging workspaces
    """
)
"""Top-level folders that hold the real parts; their children are counted."""

TEST_FOLDERS = words(
    """
    __fixtures__ __mocks__ __snapshots__ __test__ __tests__ autotest autotests cypress e2e fixtures fuzz
    fuzzing integration-tests integration_tests playwright regress spec specs test test-data test_data
    testdata testing tests testsuite testsuites unit-tests unittest unittests
    """
)
"""Folders of tests and of what tests need."""


def is_for_tests(path: str) -> bool:
    """Tell whether a path lies in a folder of tests, or of what tests need."""
    return not TEST_FOLDERS.isdisjoint(path.lower().split("/")[:-1])


DOC_FOLDERS = words(
    """
    doc docs documentation handbook javadoc man manual manuals
    """
)
"""Folders of documentation."""

EXAMPLE_FOLDERS = words(
    """
    demo demos example examples sample samples tutorial tutorials
    """
)
"""Top-level folders of examples, which teach and so are documentation."""

CI_FOLDERS = words(
    """
    ci .azure-pipelines .buildkite .ci .circleci .cirrus .drone .jenkins .semaphore .teamcity .tekton
    .travis .woodpecker azure-pipelines
    """
)
"""Top-level folders that a build service reads."""

CATALOGUE_FOLDERS = words(
    """
    _i18n _locales i18n intl l10n lc_messages locale locales localisation localization nls po
    translation translations
    """
)
"""Folders in which a language code names a language."""

WORD_FOLDERS = words(
    """
    lang langs messages strings
    """
)
"""Folders in which a language code that is no other word names a language."""

PAGE_FOLDERS = words(
    """
    content doc docs documentation handbook javadoc man manual manuals pages readme readmes site website
    wiki
    """
)
"""Folders whose children may be whole translations of pages."""

BUILD_FOLDERS = words(
    """
    cmake debian docker flatpak m4 packaging requirements rpm snap snapcraft
    """
)
"""Top-level folders of building and packaging."""

CODE_ENDINGS = words(
    """
    asm bash c cc cjs clj cljs coffee cpp cs css cu cxx d dart el elm erl ex exs f90 fs go gql graphql
    groovy h hpp hrl hs htm html inc ipynb java jl js jsx kt kts less lisp lua m mjs ml mli mm mts nim
    pas php pl pm proto ps1 py pyi pyx r rb rs s sass scala scm scss sh sol sql svelte swift tcl ts tsx
    v vala vb vim vue wat zig zsh
    """
)
"""Endings of programming languages, style sheets and queries."""

PROSE_ENDINGS = words(
    """
    adoc asciidoc html markdown md mdown mdx mkd mkdn org rst tex txt
    """
)
"""Endings of text to be read; a language code before them names a translation."""

DOC_NAMES = words(
    """
    authors changelog changes code-of-conduct code_of_conduct contributing contributors copying
    copyright credits faq governance history install licence license maintainers news notice patents
    readme release-notes releasenotes relnotes roadmap security support thanks todo unlicense
    """
)
"""Names, without their ending, of files that explain a project."""

BUILD_NAMES = words(
    """
    autogen.sh bootstrap bower.json brewfile build build.sbt build.xml build.zig buildconf bun.lockb
    cargo.toml cmakelists.txt compose.yaml compose.yml composer.json configure configure.in
    containerfile docker-compose.yaml docker-compose.yml dockerfile environment.yml gemfile gemfile.lock
    gnumakefile go.mod go.sum go.work gruntfile.js gulpfile.js justfile kbuild kconfig lerna.json
    makefile manifest.in meson.build meson.options meson_options.txt mix.exs noxfile.py
    npm-shrinkwrap.json nx.json package-lock.json package.json package.swift pdm.lock pipfile
    pipfile.lock pnpm-lock.yaml pnpm-workspace.yaml pom.xml procfile project.clj pyproject.toml rakefile
    rebar.config rush.json sconscript sconstruct setup.cfg setup.py snapcraft.yaml taskfile.yml tox.ini
    turbo.json uv.toml vagrantfile workspace wscript yarn.lock
    """
)
"""Names of files that say how a project is built, packaged, and what it depends on."""

CI_NAMES = words(
    """
    .appveyor.yml .cirrus.star .cirrus.yml .codecov.yml .coveralls.yml .drone.yml .gitlab-ci.yml
    .mergify.yml .readthedocs.yaml .readthedocs.yml .travis.yml .woodpecker.yml appveyor.yml
    azure-pipelines.yml bitbucket-pipelines.yml cloudbuild.yaml codecov.yml jenkinsfile netlify.toml
    shippable.yml vercel.json wercker.yml
    """
)
"""Names of files that a build service reads."""

CONFIG_NAMES = words(
    """
    codeowners owners owners_aliases security_contacts
    """
)
"""Names of files that say who looks after what."""

DOCUMENTATION_ENDINGS = words(
    """
    adoc asciidoc bib doc docx man markdown md mdown mdx mkd mkdn odp odt org pdf pod pptx qmd rdoc rmd rst
    rtf tex texi texinfo textile txt
    """
)
"""Endings of documentation."""

TRANSLATION_ENDINGS = words(
    """
    arb ftl lproj mo po pot strings stringsdict xcstrings xlf xliff
    """
)
"""Endings of translation."""

BUILD_ENDINGS = words(
    """
    ac am bazel bzl cmake csproj dockerfile fsproj gemspec gradle gyp gypi lock m4 mak mk ninja nix
    nuspec pbxproj podfile podspec pri pro props sln spec targets vbproj vcxproj wrap xcscheme
    xcworkspacedata
    """
)
"""Endings of build."""

CONFIGURATION_ENDINGS = words(
    """
    cfg conf config editorconfig env import ini meta plist properties rc toml typed yaml yml
    """
)
"""Endings of configuration."""

MEDIA_ENDINGS = words(
    """
    3ds aif aiff astc avif blend bmp dae dds drawio eot eps excalidraw exr fbx flac gif glb gltf hdr heic icns
    ico jpeg jpg jxl ktx ktx2 m4a material mesh mov mp3 mp4 ogg opus otf ply png prefab psd scn sketch stl svg
    tga tif tiff tres tscn ttf uasset umap unity wav webm webp wma woff woff2 xcf xpm
    """
)
"""Endings of media, and of the scenes that editors of games keep them in."""

DATA_ENDINGS = words(
    """
    arrow avro bin bz2 crt csv dat db dump geojson gz h5 jar json json5 jsonl key ndjson npy npz ods parquet
    pcap pem pickle pkl rda rdata rds sqlite tar tgz tsv xls xlsx xml xz zip zst
    """
)
"""Endings of data."""

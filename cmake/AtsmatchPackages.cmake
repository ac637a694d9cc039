# The packages of Debian 12 that atsmatch is built on, as imported targets.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# The dynamic loader takes as long as reading a page.  What has an archive and is not shared with Poppler
# becomes part of the program.
option(ATSMATCH_STATIC_PACKAGES "Link RE2, Boost, Snowball and libseccomp statically where possible" ON)

# atsmatch_prefer_archive(TARGET NAME): TARGET links libNAME.a if it is there.
function(atsmatch_prefer_archive target name)
  find_library(ATSMATCH_${name}_ARCHIVE lib${name}.a)
  mark_as_advanced(ATSMATCH_${name}_ARCHIVE)
  if(ATSMATCH_STATIC_PACKAGES AND ATSMATCH_${name}_ARCHIVE)
    set_property(TARGET ${target} PROPERTY INTERFACE_LINK_LIBRARIES "${ATSMATCH_${name}_ARCHIVE}"
                                           Threads::Threads)
  endif()
endfunction()

if(NOT ATSMATCH_LIBRARIES_ONLY)
  find_library(ATSMATCH_BOOST_ARCHIVE libboost_program_options.a)
  mark_as_advanced(ATSMATCH_BOOST_ARCHIVE)
  if(ATSMATCH_STATIC_PACKAGES AND ATSMATCH_BOOST_ARCHIVE)
    set(Boost_USE_STATIC_LIBS ON)
  endif()
  find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
  find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
endif()
find_package(ICU 67 REQUIRED COMPONENTS uc i18n data)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
atsmatch_prefer_archive(PkgConfig::RE2 re2)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)  # DOCX and ODT are ZIP archives
# libarchive loads seven libraries of its own, for archives that are no ZIP.
foreach(part libarchive.a libnettle.a libbz2.a lzma zstd z)
  find_library(ATSMATCH_ARCHIVE_${part} NAMES ${part} lib${part}.so.1)
  mark_as_advanced(ATSMATCH_ARCHIVE_${part})
  list(APPEND archive_parts "${ATSMATCH_ARCHIVE_${part}}")
endforeach()
if(ATSMATCH_STATIC_PACKAGES AND NOT archive_parts MATCHES "NOTFOUND")
  set_property(TARGET PkgConfig::ARCHIVE PROPERTY INTERFACE_LINK_LIBRARIES ${archive_parts})
endif()
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)      # of XML
atsmatch_prefer_archive(PkgConfig::PUGIXML pugixml)
# Poppler's core has no CMake package; its headers come with libpoppler-private-dev.
pkg_check_modules(POPPLER_CORE IMPORTED_TARGET poppler)
find_path(POPPLER_CORE_HEADERS poppler/OutputDev.h)
# Pages as pictures.
pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
if(NOT ATSMATCH_LIBRARIES_ONLY)
  # The archive first: one shared library less to load at every start.
  find_path(NETTLE_INCLUDE_DIR nettle/sha2.h REQUIRED)
  find_library(NETTLE_LIBRARY NAMES libnettle.a nettle REQUIRED)
  find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED)  # used as a header alone
endif()
if(NOT TARGET Snowball::stemmer)
  add_library(Snowball::stemmer INTERFACE IMPORTED)
endif()
set_property(TARGET Snowball::stemmer PROPERTY INTERFACE_LINK_LIBRARIES "${STEMMER_LIBRARY}")
set_property(TARGET Snowball::stemmer PROPERTY INTERFACE_INCLUDE_DIRECTORIES "${STEMMER_INCLUDE_DIR}")
atsmatch_prefer_archive(Snowball::stemmer stemmer)

# `cmake --install` and the packages of CPack: the program with its manual page, completions and
# schemas (component "program"), the libraries with headers and CMake package (component "development").
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# ---- The program.  It writes its own pages, from its table of options.
set(pages "${PROJECT_BINARY_DIR}/pages")
set(page_files)
function(atsmatch_page file)
  add_custom_command(OUTPUT "${pages}/${file}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${pages}"
    COMMAND atsmatch ${ARGN} > "${pages}/${file}"
    DEPENDS atsmatch
    VERBATIM)
  set(page_files ${page_files} "${pages}/${file}" PARENT_SCOPE)
endfunction()
atsmatch_page(atsmatch.1 man)
atsmatch_page(atsmatch completions bash)
atsmatch_page(_atsmatch completions zsh)
atsmatch_page(atsmatch.fish completions fish)
add_custom_target(atsmatch_pages ALL DEPENDS ${page_files})

install(TARGETS atsmatch RUNTIME COMPONENT program)
install(FILES "${pages}/atsmatch.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
# Where the shells look for the completions of packages.
install(FILES "${pages}/atsmatch" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${pages}/_atsmatch" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT program)
install(FILES "${pages}/atsmatch.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/cli/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/atsmatch" COMPONENT program)
install(FILES README.md CHANGELOG.md "${PROJECT_SOURCE_DIR}/cmake/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)

# ---- The libraries.  Headers keep their paths: #include "parser/parse.h".
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/atsmatch")
set_target_properties(atsmatch_parser PROPERTIES EXPORT_NAME parser)
set_target_properties(atsmatch_matcher PROPERTIES EXPORT_NAME matcher)
install(TARGETS atsmatch_parser atsmatch_matcher EXPORT atsmatch_targets
  ARCHIVE COMPONENT development
  INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/atsmatch")
install(DIRECTORY parser matcher DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/atsmatch" COMPONENT development
  FILES_MATCHING PATTERN "*.h"
  PATTERN "pdf_reader_*.h" EXCLUDE  # of the inside: they name types of Poppler, nlohmann and pugixml
  PATTERN "office_xml.h" EXCLUDE
  PATTERN "*_styles.h" EXCLUDE
  PATTERN "json_*.h" EXCLUDE)
install(EXPORT atsmatch_targets NAMESPACE atsmatch:: FILE atsmatchTargets.cmake
  DESTINATION "${package_folder}" COMPONENT development)
configure_package_config_file(cmake/atsmatchConfig.cmake.in "${PROJECT_BINARY_DIR}/atsmatchConfig.cmake"
  INSTALL_DESTINATION "${package_folder}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/atsmatchConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/atsmatchConfig.cmake" "${PROJECT_BINARY_DIR}/atsmatchConfigVersion.cmake"
  cmake/AtsmatchPackages.cmake DESTINATION "${package_folder}" COMPONENT development)

# ---- Packages: cpack -G DEB in the build folder.
set(CPACK_PACKAGE_NAME atsmatch)
set(CPACK_PACKAGE_VENDOR atsmatch)
set(CPACK_PACKAGE_CONTACT "the atsmatch developers <atsmatch@example.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "ATS résumé parser and keyword matcher")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME atsmatch)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Reads résumés as an applicant-tracking system does, scores them for\njobs, and explains every point.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libatsmatch-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libre2-dev, libicu-dev, libpoppler-cpp-dev, libpoppler-private-dev, nlohmann-json3-dev, libfmt-dev, libstemmer-dev, libarchive-dev, libpugixml-dev, libwebp-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "The libraries of atsmatch with headers and CMake package.")
set(CPACK_COMPONENTS_ALL program development)
include(CPack)

# What every target of ours shares.  Nothing is set globally: those who embed atsmatch keep their flags.
add_library(atsmatch_options INTERFACE)
target_compile_features(atsmatch_options INTERFACE cxx_std_20)
if(PROJECT_IS_TOP_LEVEL)
  target_compile_options(atsmatch_options INTERFACE -Wall -Wextra -Wno-missing-field-initializers)
  # g++ 12 warns of overlapping copies in std::string's own operator+ (GCC bug 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(atsmatch_options INTERFACE -Wno-restrict)
  endif()
endif()
if(ATSMATCH_SANITIZE)
  target_compile_options(atsmatch_options INTERFACE -fsanitize=${ATSMATCH_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=undefined -fno-sanitize=vptr -O1)
  # vptr asks for the type information of Poppler's classes, which its library hides.
  target_link_options(atsmatch_options INTERFACE -fsanitize=${ATSMATCH_SANITIZE})
endif()
if(ATSMATCH_FUZZ)
  target_compile_options(atsmatch_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(atsmatch_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A test that hangs is stopped; sanitizers take ten times as long.
set(ATSMATCH_TEST_SECONDS 120)
if(ATSMATCH_SANITIZE)
  set(ATSMATCH_TEST_SECONDS 1200)
endif()

# atsmatch_library(NAME): an empty static library that the folders below add their sources to.
function(atsmatch_library name)
  add_library(${name} STATIC)
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:atsmatch_options>)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
endfunction()

# atsmatch_test(NAME SOURCES... [LIBRARIES...]): one program of GoogleTest cases, found by ctest.
function(atsmatch_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${TEST_SOURCES})
  target_link_libraries(${name}_test PRIVATE atsmatch_options ${TEST_LIBRARIES} GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name}_test PRIVATE ATSMATCH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120
                       PROPERTIES TIMEOUT ${ATSMATCH_TEST_SECONDS})
endfunction()

# atsmatch_fuzz_target(NAME SOURCES... [LIBRARIES...]): the program NAME_fuzz around LLVMFuzzerTestOneInput.
# Under ATSMATCH_FUZZ libFuzzer drives it; otherwise it replays tests/fuzz/seeds/NAME as a test.
function(atsmatch_fuzz_target name)
  cmake_parse_arguments(FUZZ "" "" "SOURCES;LIBRARIES" ${ARGN})
  if(ATSMATCH_FUZZ)
    add_executable(${name}_fuzz ${FUZZ_SOURCES})
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(${name}_fuzz ${FUZZ_SOURCES} "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cc")
    add_test(NAME fuzz_seeds.${name} COMMAND ${name}_fuzz "${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${name}")
    set_tests_properties(fuzz_seeds.${name} PROPERTIES TIMEOUT 120)
  endif()
  target_link_libraries(${name}_fuzz PRIVATE atsmatch_options ${FUZZ_LIBRARIES})
endfunction()

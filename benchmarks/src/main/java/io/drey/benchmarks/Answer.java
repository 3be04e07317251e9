package io.drey.benchmarks;

/** What a program computes from its input. */
enum Answer {
  EVERYTHING,
  FIRST_OF_ID,
  FIRST_OF_ID_WITHIN_TEN_MINUTES,
  EVERYTHING_MARKED,
  WITHOUT_NOT_FOUND
}

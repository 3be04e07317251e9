// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a check is to cover.
 *
 * @param outOfOrderness in ms
 * @param freesState whether no state may be left at the end of input
 * @param anyOrder whether other orders of arrival are among the variations
 * @param only the one variation to run; null for all
 */
record Terms(long outOfOrderness, boolean freesState, boolean anyOrder, @Nullable Variation only) {
  static final Terms USUAL = new Terms(0, false, false, null);

  Terms outOfOrderness(long millis) {
    return new Terms(millis, freesState, anyOrder, only);
  }

  Terms freeingState() {
    return new Terms(outOfOrderness, true, anyOrder, only);
  }

  Terms inAnyOrder() {
    return new Terms(outOfOrderness, freesState, true, only);
  }

  Terms only(Variation variation) {
    return new Terms(outOfOrderness, freesState, anyOrder, variation);
  }

  List<Variation> variations() {
    Stream<Variation> shuffled = anyOrder ? Variation.shuffled().stream() : Stream.of();
    return chosen(Stream.concat(Variation.all().stream(), shuffled).toList());
  }

  List<Variation> chosen(List<Variation> variations) {
    return only == null ? variations : List.of(only);
  }
}

// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

/** A value and its number of occurrences. */
public record Frequency(String value, long count) {}

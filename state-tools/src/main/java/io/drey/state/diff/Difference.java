// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import java.util.List;

/**
 * The result of a comparison.
 *
 * @param damage error messages about what could not be read
 * @param isFound whether anything differs
 * @param operators the number of operators on the two sides together
 * @param states the number of their states
 * @param entries how many entries differ and how many are equal
 */
public record Difference(
    List<String> damage, boolean isFound, int operators, int states, DiffCounts entries) {}

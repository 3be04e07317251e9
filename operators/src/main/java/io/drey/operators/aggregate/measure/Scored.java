// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.math.BigDecimal;

/** A value and its score. */
public record Scored(String value, BigDecimal score) {}

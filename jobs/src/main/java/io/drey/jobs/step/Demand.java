// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import java.util.List;

/**
 * What a step demands of events before it does anything with them.
 *
 * @param output where those go that do not meet it
 * @param unmet what is said of them, after a number of events: {@code rejected}
 * @param conditions of which they meet none
 */
public record Demand(String output, String unmet, List<Expression> conditions) {}

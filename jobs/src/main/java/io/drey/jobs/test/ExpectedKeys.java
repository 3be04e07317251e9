// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.yaml.Position;

/**
 * How many keys a step has to hold state of.
 *
 * @param step its id
 * @param at the place of the number in the test file
 */
public record ExpectedKeys(String step, Position at, long keys) {}

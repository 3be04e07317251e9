// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

/**
 * A step that fits the log.
 *
 * @param id of the step
 * @param why it fits
 * @param operator the operator and its options, as YAML on one line
 */
record Suggestion(String id, String why, String operator) {}

// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

/**
 * The failed requests of a user in a row.
 *
 * @param end when they are forgotten, in ms
 */
public record Streak(int failures, long end) {}

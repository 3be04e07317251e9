// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

/**
 * The description of one key for users.
 *
 * @param type how its value is written ({@code duration}, {@code first | last}, {@code list of
 *     field})
 * @param byDefault the default; empty if there is none, {@code required} for a required key
 */
public record OptionRow(String key, String type, String byDefault, String doc) {}

// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of CSV is written.
 *
 * @param delimiter the ASCII character between two values
 * @param isDefault whether nobody has chosen that character
 * @param hasHeader whether the first line names the columns; otherwise
 * @param names name them; null if they are numbered
 * @param comment what a line begins with that is skipped; null if no line is
 */
public record CsvDialect(
    byte delimiter,
    boolean isDefault,
    boolean hasHeader,
    @Nullable List<String> names,
    @Nullable String comment) {}

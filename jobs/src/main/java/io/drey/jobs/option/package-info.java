/** Options as records: bound from YAML with positions, described for users and editors. */
@NullMarked
package io.drey.jobs.option;

import org.jspecify.annotations.NullMarked;

/** Options as records: bound from YAML with positions, described for people and for editors. */
@NullMarked
package io.drey.jobs.option;

import org.jspecify.annotations.NullMarked;

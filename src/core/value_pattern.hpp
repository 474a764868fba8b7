// What single values look like: e-mail addresses, numbers with check digits, names. Knows no column names.
#pragma once

#include <string_view>
#include <vector>

#include "core/name_dictionary.hpp"

namespace core {

bool is_email(std::string_view value);
// With a plus, separators or a leading zero: bare digits are any number.
bool is_phone(std::string_view value);
bool is_iban(std::string_view value);         // length by country, mod 97
bool is_card_number(std::string_view value);  // issuer prefix, length, Luhn
bool is_ip_address(std::string_view value);   // v4 and v6, with or without a mask length
// A date, ISO or d.m.y or m/d/y, on which somebody alive may have been born.
bool is_birth_date(std::string_view value, int this_year);
bool is_postal_address(std::string_view value);
// A given name, alone or with more names behind or before it.
bool is_person_name(std::string_view value);

// National numbers with check digits.
bool is_pesel(std::string_view value);           // Poland
bool is_dni_or_nie(std::string_view value);      // Spain
bool is_codice_fiscale(std::string_view value);  // Italy
bool is_cpf(std::string_view value);             // Brazil
bool is_bsn(std::string_view value);             // Netherlands
bool is_steuer_id(std::string_view value);       // Germany
bool is_nir(std::string_view value);             // France
bool is_ssn(std::string_view value);             // United States: shape and ranges, dashes required
bool is_national_id(std::string_view value);     // any of these

// What a sample of a column says: the kind most of the values have, and how sure that is (0 when none).
struct SampleVerdict {
	Kind kind = Kind::none;
	double confidence = 0;
};
SampleVerdict judge_sample(const std::vector<std::string_view> &values, int this_year);

}  // namespace core

// National numbers of persons, by their check digits.
#include <array>
#include <cstdint>
#include <initializer_list>

#include "core/value_digits.hpp"
#include "core/value_pattern.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

int weighted(std::string_view digits, std::initializer_list<int> weights)
{
	int sum = 0;
	std::size_t i = 0;
	for (const int weight : weights)
		sum += weight * digit(digits[i++]);
	return sum;
}

}  // namespace

bool is_pesel(std::string_view value)
{
	if (value.size() != 11 || !all_digits(value))
		return false;
	const int month = number(value.substr(2, 2)) % 20, day = number(value.substr(4, 2));
	return is_day(2000, month, day) && (weighted(value, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10) == 0;
}

bool is_dni_or_nie(std::string_view value)
{
	std::string id = compact(value, " -.");
	if (id.size() != 9 || !is_letter(id[8]))
		return false;
	if (id[0] >= 'X' && id[0] <= 'Z')
		id[0] = static_cast<char>('0' + id[0] - 'X');
	return all_digits(id, 0, 8) && id[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[number(std::string_view(id).substr(0, 8)) % 23];
}

bool is_codice_fiscale(std::string_view value)
{
	static constexpr std::string_view kShape = "AAAAAANNANNANNNA";
	static constexpr std::array<int, 26> kOdd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
	const std::string code = compact(value, " ");
	if (code.size() != kShape.size())
		return false;
	int sum = 0;
	for (std::size_t i = 0; i < code.size(); ++i) {
		// Namesakes get letters in place of digits.
		const bool replaced = kShape[i] == 'N' && std::string_view("LMNPQRSTUV").find(code[i]) != std::string_view::npos;
		if (kShape[i] == 'A' ? !is_letter(code[i]) : !is_digit(code[i]) && !replaced)
			return false;
		const int place = is_digit(code[i]) ? digit(code[i]) : code[i] - 'A';
		if (i < 15)
			sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(place)] : place;
	}
	return code[15] == 'A' + sum % 26;
}

bool is_cpf(std::string_view value)
{
	const std::string cpf = compact(value, ".-");
	if (cpf.size() != 11 || !all_digits(cpf) || one_digit_only(cpf))
		return false;
	for (std::size_t places : {std::size_t{9}, std::size_t{10}}) {
		int sum = 0;
		for (std::size_t i = 0; i < places; ++i)
			sum += digit(cpf[i]) * static_cast<int>(places + 1 - i);
		if (sum * 10 % 11 % 10 != digit(cpf[places]))
			return false;
	}
	return true;
}

bool is_bsn(std::string_view value)
{
	return value.size() == 9 && all_digits(value) && !one_digit_only(value) && weighted(value, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0;
}

bool is_steuer_id(std::string_view value)
{
	const std::string id = compact(value, " ");
	if (id.size() != 11 || !all_digits(id) || id[0] == '0')
		return false;
	// One of the first ten digits comes twice or three times, the others once at most.
	std::array<int, 10> times{};
	for (std::size_t i = 0; i < 10; ++i)
		++times[static_cast<std::size_t>(digit(id[i]))];
	if (std::count_if(times.begin(), times.end(), [](int n) { return n > 1; }) != 1 || *std::max_element(times.begin(), times.end()) > 3)
		return false;
	int product = 10;
	for (std::size_t i = 0; i < 10; ++i) {
		int sum = (digit(id[i]) + product) % 10;
		product = (sum == 0 ? 10 : sum) * 2 % 11;
	}
	return (11 - product) % 10 == digit(id[10]);
}

bool is_nir(std::string_view value)
{
	std::string nir = compact(value, " ");
	if (nir.size() != 15 || (nir[0] != '1' && nir[0] != '2'))
		return false;
	std::int64_t corsica = 0;
	if (nir[5] == '2' && (nir[6] == 'A' || nir[6] == 'B')) {
		corsica = nir[6] == 'A' ? 1000000 : 2000000;
		nir[6] = '0';
	}
	if (!all_digits(nir))
		return false;
	std::int64_t body = 0;
	for (std::size_t i = 0; i < 13; ++i)
		body = body * 10 + digit(nir[i]);
	const int month = number(std::string_view(nir).substr(3, 2));
	return ((month >= 1 && month <= 12) || month >= 20) && 97 - (body - corsica) % 97 == number(std::string_view(nir).substr(13, 2));
}

bool is_ssn(std::string_view value)
{
	if (value.size() != 11 || value[3] != '-' || value[6] != '-' || !all_digits(value, 0, 3) || !all_digits(value, 4, 2) || !all_digits(value, 7, 4))
		return false;
	const int area = number(value.substr(0, 3));
	return area != 0 && area != 666 && area < 900 && number(value.substr(4, 2)) != 0 && number(value.substr(7, 4)) != 0;
}

bool is_national_id(std::string_view value)
{
	// Most values of most columns end here.
	if (value.size() < 9 || value.size() > 24 || std::count_if(value.begin(), value.end(), is_digit) < 6)
		return false;
	return is_pesel(value) || is_dni_or_nie(value) || is_codice_fiscale(value) || is_cpf(value) || is_bsn(value) || is_steuer_id(value) || is_nir(value) || is_ssn(value);
}

}  // namespace core
